#pragma once
// The limits of the toolkit, each with its reason.

#include <chrono>
#include <cstddef>

namespace motcua::ui::limits {

/// A finger that trembles on the glass taps twice; a second tap sooner than this after the first is the same
/// tap.
inline constexpr std::chrono::milliseconds double_tap{350};

/// The same for one key of a keyboard on the screen: nobody types a letter twice in less than this.
inline constexpr std::chrono::milliseconds double_key{100};

/// How long the window sleeps between two looks at the X server and for news of the program: short enough to
/// feel immediate, long enough to cost next to nothing.
inline constexpr std::chrono::milliseconds pause{15};

/// A window manager that has not shown the window within this time is not waited for any longer.
inline constexpr std::chrono::milliseconds mapping{2000};

/// How often a window looks whether its monitor is still what it was: nobody waits for that, and a look costs
/// 0.1 ms.
inline constexpr std::chrono::seconds monitor_pace{1};

/// Touch targets of one picture.
inline constexpr std::size_t targets = 256;

/// Lines that one text may take; more is a mistake of the layout.
inline constexpr int text_lines = 12;

/// Characters of one text; a longer one from outside is cut before it is laid out.
inline constexpr std::size_t text_characters = 2000;

/// Bytes of a translation file.
inline constexpr std::size_t translation_bytes = 1 << 20;

} // namespace motcua::ui::limits
