#pragma once

/// Sizes in pixels at text size 100 % (TOKENS §4). Heights and text grow with the text size: pass
/// them through Look::px(). Pane widths and breakpoints do not.
namespace baton::ui::metrics {

// Windows and panes
inline constexpr int minimumWidth = 1024;
inline constexpr int minimumHeight = 640;
inline constexpr int compactBelow = 1360;       ///< window width under which panes are compact
inline constexpr int queueOverlaysBelow = 1100; ///< window width under which the queue floats
inline constexpr int rail = 68;
inline constexpr int railCompact = 56;
inline constexpr int queue = 336;
inline constexpr int queueCompact = 288;
inline constexpr int context = 312;
inline constexpr int contextStrip = 44;
inline constexpr int conversationMinimum = 640;
inline constexpr int settingsList = 200;
inline constexpr int settingsColumn = 640;

// Heights
inline constexpr int queueRow = 74;
inline constexpr int queueRowCompact = 56;
inline constexpr int viewRow = 26;
inline constexpr int button = 30;
inline constexpr int buttonSmall = 26;
inline constexpr int field = 30;
inline constexpr int chip = 22;
inline constexpr int chipSmall = 18;
inline constexpr int menuRow = 32;
inline constexpr int status = 28;
inline constexpr int composerTop = 33;
inline constexpr int composerBottom = 44;
inline constexpr int paneHeader = 52;
inline constexpr int listHeader = 30;
inline constexpr int toolRow = 26;
inline constexpr int paletteRow = 36;
inline constexpr int tableRow = 32;
inline constexpr int settingsRow = 30;
inline constexpr int banner = 38;
inline constexpr int presenterBar = 96;
inline constexpr int target = 24; ///< the least that can be clicked, both ways

// Radii
inline constexpr int radiusMarker = 4;
inline constexpr int radiusTierSmall = 5;
inline constexpr int radiusChip = 6;
inline constexpr int radiusButton = 7;
inline constexpr int radiusToast = 8;
inline constexpr int radiusCard = 10;
inline constexpr int radiusDialog = 11;
inline constexpr int radiusPalette = 12;

// Space
inline constexpr int panePadding = 16;
inline constexpr int conversationFoot = 9; ///< below the composer
inline constexpr int conversationPadding = 20;
inline constexpr int iconGap = 6;
inline constexpr int elevationMargin = 6; ///< around a popover, for its strokes

// Motion, in milliseconds (TOKENS §7); zero where motion is reduced: Look::duration()
inline constexpr int popoverFade = 90;
inline constexpr int fold = 120;
inline constexpr int toastSlide = 140;
inline constexpr int skeletonAfter = 120; ///< loading shows nothing before that

} // namespace baton::ui::metrics
