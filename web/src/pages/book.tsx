// The booking page: a service, a time, a name; and the way back to an appointment.

import texts from 'texts:book';
import '../style/common.css';
import '../style/rows.css';
import '../style/book.css';
import { Appointment, AppointmentBar } from '../book/appointment';
import { FindStep } from '../book/find_step';
import { FormBar, FormStep } from '../book/form_step';
import { book_model } from '../book/model';
import { ServiceStep } from '../book/service_step';
import type { book_page } from '../book/state';
import { TimeBar, TimeStep } from '../book/time_step';
import { Frame } from '../frame';
import { Icon } from '../icons';
import { change_language, show, words_of } from '../start';

const model = new book_model(words_of(texts));

function Content({ page }: { page: book_page }) {
  switch (page.step) {
    case 'service':
      return <ServiceStep page={page} model={model} />;
    case 'time':
      return <TimeStep page={page} model={model} />;
    case 'form':
      return <FormStep page={page} model={model} />;
    case 'booking':
      return <Appointment page={page} model={model} />;
    case 'find':
      return <FindStep page={page} model={model} />;
  }
}

function Bar({ page }: { page: book_page }) {
  switch (page.step) {
    case 'service':
      return (
        <div class="bar">
          <button type="button" onClick={() => model.steps.go('find')}>
            <Icon name="calendar_check" />{page.words.say('web.book.have_one')}
          </button>
        </div>
      );
    case 'time':
      return <TimeBar page={page} model={model} />;
    case 'form':
      return <FormBar page={page} />;
    case 'booking':
      return <AppointmentBar page={page} model={model} />;
    case 'find':
      return null;
  }
}

show(model.page, (page) => page.words.say('web.book.page'), (page) => (
  <Frame bar={<Bar page={page} />} frame={{
    words: page.words,
    site_name: page.site && page.words.either(page.site.name, page.site.name_en),
    home: page.site && page.site.site,
    // While it sends, the bar says more.
    offline: page.lost && page.sending !== 'booking' ? page.words.say('web.common.offline') : null,
    change_language: () => change_language(model.page),
  }}>
    <Content key={page.step} page={page} />
  </Frame>
));
void model.begin();
