#pragma once

#include "core/desk/AttachmentBoard.h"

/// Files that go with replies and come with messages, in words.
namespace baton::ui::words {

QString fileLine(const Attachment &file); ///< "receipt.pdf · 24 KB"; the name is a safe one
QString goesWith(const QList<Attachment> &files); ///< "Goes with it: a.pdf · 24 kB, …"; or empty
/// Why a file was not attached, and what to do.
QString notAttached(const Error &error);
/// Why a file cannot be had, or is only saved and not opened; empty where it can be opened.
QString aboutFile(const AttachmentLook &look);

} // namespace baton::ui::words
