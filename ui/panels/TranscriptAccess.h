#pragma once

namespace baton::ui {

class TranscriptView;

/// Lets assistive tools read a TranscriptView as a list of its turns. Harmless when called again.
void installTranscriptAccess();
/// Tells them that the turns changed.
void announceTurns(TranscriptView *view);

} // namespace baton::ui
