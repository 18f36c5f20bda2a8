#include "server/domain/settings/descriptions.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace motcua::domain {

namespace {

constexpr auto descriptions = std::to_array<setting_description>({
    {"hours",
     "Giờ mở cửa theo từng ngày trong tuần; ngày không có giờ là ngày nghỉ. Cả bảy ngày từ 00:00 "
     "đến 24:00 là không bao giờ đóng cửa, kể cả ngày lễ.",
     "Opening hours by weekday; a day without hours is a rest day. 00:00 to 24:00 on all seven "
     "days means never closed, not even on holidays."},
    {"hours.mon", "Thứ Hai.", "Monday."},
    {"hours.tue", "Thứ Ba.", "Tuesday."},
    {"hours.wed", "Thứ Tư.", "Wednesday."},
    {"hours.thu", "Thứ Năm.", "Thursday."},
    {"hours.fri", "Thứ Sáu.", "Friday."},
    {"hours.sat", "Thứ Bảy.", "Saturday."},
    {"hours.sun", "Chủ nhật.", "Sunday."},
    {"exceptions", "Ngày có giờ khác thường; không ghi giờ là đóng cửa cả ngày.",
     "Days with other hours than usual; without hours the hall is closed that day."},
    {"exceptions.day", "Ngày.", "The day."},
    {"exceptions.hours", "Giờ mở cửa của ngày đó.", "The opening hours of that day."},
    {"exceptions.name", "Lý do, hiện cho người dân.", "The reason, shown to citizens."},
    {"holidays", "Ngày nghỉ lễ.", "Public holidays."},
    {"holidays.day", "Ngày.", "The day."},
    {"holidays.name", "Tên ngày lễ, hiện cho người dân.", "Its name, shown to citizens."},
    {"holidays.confirmed", "Cơ quan đã xác nhận ngày nghỉ này.", "The office has confirmed this holiday."},
    {"holidays.closes", "Vẫn đóng cửa khi chưa được xác nhận.",
     "The hall closes even before it is confirmed."},
    {"holidays.source", "Căn cứ: luật hoặc thông báo.", "The law or announcement that it comes from."},
    {"swaps", "Ngày làm việc được hoán đổi.", "Working days that are swapped."},
    {"swaps.off", "Ngày làm việc được nghỉ.", "The working day that is off."},
    {"swaps.on", "Ngày nghỉ phải làm bù, theo giờ của ngày được nghỉ.",
     "The rest day that is worked instead, with the hours of the day that is off."},
    {"name", "Tên bộ phận một cửa, tiếng Việt.", "Name of the hall in Vietnamese."},
    {"name_en", "Tên bằng tiếng Anh.", "Name of the hall in English."},
    {"notices", "Thông báo hiện trên bảng và ki-ốt.", "Notices on the board and the kiosk."},
    {"notices.vi", "Nội dung tiếng Việt.", "The text in Vietnamese."},
    {"notices.en", "Nội dung tiếng Anh.", "The text in English."},
    {"notices.from", "Hiện từ lúc này; bỏ trống là ngay.", "Shown from this time on; empty for at once."},
    {"notices.until", "Hiện đến lúc này; bỏ trống là mãi.", "Shown until this time; empty for always."},
    {"time_zone", "Múi giờ theo tên IANA, hoặc cố định như UTC+07:00.",
     "Time zone by its IANA name, or a fixed one such as UTC+07:00."},
    {"day_starts_minutes", "Ngày làm việc đổi sau nửa đêm bao nhiêu phút.",
     "How many minutes after midnight the business day changes."},
    {"services", "Các lĩnh vực mà người dân lấy số.", "What people take a number for."},
    {"services.code", "Chữ cái đứng trước số; tránh các chữ nghe giống nhau.",
     "The letter before the number; avoid letters that sound alike."},
    {"services.name", "Tên lĩnh vực, tiếng Việt.", "Its name in Vietnamese."},
    {"services.name_en", "Tên bằng tiếng Anh.", "Its name in English."},
    {"services.icon", "Biểu tượng trên ki-ốt.", "Its icon on the kiosk."},
    {"services.colour", "Màu trên ki-ốt.", "Its colour on the kiosk."},
    {"services.minutes", "Ước lượng ban đầu số phút tại quầy, đến khi đo được thực tế.",
     "First guess of the minutes at the counter, until visits have been measured."},
    {"services.target_minutes", "Thời gian chờ dài nhất mà cơ quan muốn giữ, tính bằng phút.",
     "The longest wait that the office aims for, in minutes."},
    {"services.first_number", "Số đầu tiên; bỏ trống là đếm từ 001 mỗi ngày.",
     "The first number; empty to count up from 001 each day."},
    {"services.last_number", "Số cuối cùng; sau đó quay lại số đầu, bỏ qua số còn người chờ.",
     "The last number; then the first comes again, skipping numbers of people still here."},
    {"services.daily_quota", "Số phiếu nhiều nhất trong một ngày; bỏ trống là không giới hạn.",
     "The most tickets a day; empty for no limit."},
    {"services.last_ticket_before_close_min", "Ngừng phát số trước giờ đóng cửa bấy nhiêu phút.",
     "No more tickets from this many minutes before closing on."},
    {"services.hours", "Giờ riêng của lĩnh vực; bỏ trống là theo giờ mở cửa.",
     "Hours of its own; empty for the opening hours."},
    {"services.bookable", "Có thể đặt lịch hẹn.", "Appointments can be booked for it."},
    {"services.appointments", "Cách đặt lịch hẹn riêng của lĩnh vực; bỏ trống là theo cách chung.",
     "Its own rules for appointments; empty for those of the site."},
    {"counters", "Các quầy.", "The counters."},
    {"counters.code", "Số quầy.", "The number of the counter."},
    {"counters.services", "Các lĩnh vực mà quầy phục vụ.", "The services that it serves."},
    {"counters.rank", "Gọi lĩnh vực đứng đầu danh sách trước các lĩnh vực khác.",
     "Calls for the first of its services before the others."},
    {"counters.place", "Vị trí của quầy, tiếng Việt.", "Where the counter is, in Vietnamese."},
    {"counters.place_en", "Vị trí của quầy, tiếng Anh.", "Where the counter is, in English."},
    {"counters.rota", "Giờ dự kiến mở quầy; bỏ trống là theo giờ mở cửa.",
     "When it is meant to be open; empty for the opening hours."},
    {"head_start", "Mỗi diện ưu tiên được gọi sớm hơn bao nhiêu phút so với người đến cùng lúc.",
     "How many minutes earlier each of these is called than others who came at the same time."},
    {"head_start.elderly_minutes", "Người cao tuổi.", "Elderly people."},
    {"head_start.disabled_minutes", "Người khuyết tật nặng.", "People with a severe disability."},
    {"head_start.pregnant_minutes", "Phụ nữ mang thai.", "Pregnant women."},
    {"head_start.infant_minutes", "Người đi cùng trẻ nhỏ.", "People with a small child."},
    {"head_start.merit_minutes", "Người có công và thân nhân.", "People of merit and their family."},
    {"head_start.appointment_minutes", "Người có lịch hẹn.", "People with an appointment."},
    {"elderly_age", "Từ tuổi này là người cao tuổi.", "From this age on a citizen counts as elderly."},
    {"infant_months", "Trẻ nhỏ là dưới bấy nhiêu tháng tuổi.",
     "A small child is younger than this many months."},
    {"recall_grace_minutes", "Người vắng mặt trở lại trong bấy nhiêu phút được giữ chỗ cũ.",
     "A no-show who comes back within this many minutes gets the same place again."},
    {"hold_reasons", "Lý do tạm giữ số để cán bộ chọn.", "Reasons for a hold that officers choose from."},
    {"hold_reasons.vi", "Nội dung tiếng Việt.", "The text in Vietnamese."},
    {"hold_reasons.en", "Nội dung tiếng Anh.", "The text in English."},
    {"pause_reasons", "Lý do tạm dừng quầy để cán bộ chọn.",
     "Reasons for a pause that officers choose from."},
    {"pause_reasons.vi", "Nội dung tiếng Việt.", "The text in Vietnamese."},
    {"pause_reasons.en", "Nội dung tiếng Anh.", "The text in English."},
    {"public", "Những gì ai cũng làm được mà không cần đăng nhập.",
     "What anybody may do without signing in."},
    {"public.reads", "Xem bảng, lĩnh vực và giấy tờ cần mang theo.",
     "See the board, the services and their papers."},
    {"public.tickets", "Lấy số.", "Take a number."},
    {"public_url", "Địa chỉ mà điện thoại truy cập được; mã QR được tạo từ đây.",
     "The address that phones can reach; QR codes are made from it."},
    {"check_in_networks", "Mạng nội bộ mà điện thoại được xác nhận đến, như 192.168.1.0/24.",
     "Networks from which a phone may check in, such as 192.168.1.0/24."},
    {"kiosk", "Ki-ốt.", "The kiosks."},
    {"kiosk.priority", "Ki-ốt hỏi về diện ưu tiên.", "The kiosk offers the priority classes."},
    {"kiosk.home_after_s", "Về màn hình đầu sau bấy nhiêu giây không ai chạm.",
     "Back to the first screen after this many seconds without a touch."},
    {"kiosk.service_pin", "Mã số mở màn hình dành cho cán bộ.", "Digits that open the screen for staff."},
    {"kiosk.block_first", "Số đầu tiên dành cho phiếu in khi mất kết nối.",
     "The first of the numbers kept for slips printed without the server."},
    {"kiosk.block_last", "Số cuối cùng dành cho phiếu in khi mất kết nối.",
     "The last of the numbers kept for slips printed without the server."},
    {"board", "Bảng gọi số.", "The board."},
    {"board.seconds_per_call", "Mỗi lần gọi hiện lớn bấy nhiêu giây.",
     "How many seconds a call is shown large."},
    {"board.languages", "Ngôn ngữ của bảng và giọng đọc, theo thứ tự.",
     "Languages of the board and the voice, in their order."},
    {"board.voice", "Đọc số bằng giọng nói.", "Calls are spoken."},
    {"appointments", "Lịch hẹn.", "Appointments."},
    {"appointments.slot_minutes", "Độ dài một khung giờ, tính bằng phút.", "Length of a slot in minutes."},
    {"appointments.step_minutes", "Các khung giờ bắt đầu cách nhau bấy nhiêu phút.",
     "Minutes from the start of one slot to that of the next."},
    {"appointments.capacity", "Số chỗ của một khung giờ.", "Places of a slot."},
    {"appointments.lead_minutes", "Phải đặt trước ít nhất bấy nhiêu phút.",
     "Booked at least this many minutes before."},
    {"appointments.horizon_days", "Đặt trước nhiều nhất bấy nhiêu ngày.",
     "Booked at most this many days ahead."},
    {"appointments.early_minutes", "Được xác nhận đến sớm bấy nhiêu phút.",
     "How many minutes early one may check in."},
    {"appointments.grace_minutes", "Đến muộn bấy nhiêu phút vẫn giữ chỗ.",
     "How many minutes late one may be and keep the place."},
    {"appointments.hold_minutes", "Giữ chỗ bấy nhiêu phút trong lúc điền thông tin.",
     "How many minutes a place is kept while the form is filled."},
    {"appointments.per_phone_day", "Số lịch hẹn nhiều nhất của một số điện thoại trong một ngày.",
     "The most bookings of one phone number for one day."},
    {"appointments.walk_in_share", "Phần chỗ (0 đến 1) dành cho người lấy số trực tiếp.",
     "The part of the places, 0 to 1, kept for people in the hall."},
    {"appointments.officer_share", "Phần chỗ (0 đến 1) chỉ cán bộ được đặt.",
     "The part of the places, 0 to 1, that only officers may book."},
    {"appointments.hours", "Giờ nhận lịch hẹn; bỏ trống là theo giờ mở cửa.",
     "When slots are offered; empty for the opening hours."},
    {"retention", "Thời gian lưu dữ liệu cá nhân.", "How long personal data is kept."},
    {"retention.personal_days", "Lưu tên và số điện thoại của lịch hẹn bấy nhiêu ngày.",
     "Days for which names and phone numbers of bookings are kept."},
});

} // namespace

std::span<const setting_description> setting_descriptions() { return descriptions; }

const setting_description* find_description(std::string_view key)
{
    // A service has the keys of appointments, and weekdays are the same everywhere.
    if (const auto nested = key.find(".appointments."); nested != key.npos) {
        key = key.substr(nested + 1);
    }
    for (const std::string_view week : {".hours.", ".rota."}) {
        if (const auto nested = key.find(week);
            nested != key.npos && key.size() == nested + week.size() + 3) {
            return find_description(std::string("hours.") + std::string(key.substr(key.size() - 3)));
        }
    }
    const auto found = std::ranges::find(descriptions, key, &setting_description::key);
    return found == descriptions.end() ? nullptr : &*found;
}

} // namespace motcua::domain
