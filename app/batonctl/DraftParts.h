#pragma once

#include "app/batonctl/Command.h"

namespace baton::ctl {

/// draft check FILE…: judges drafts that somebody wrote.
Exit checkDrafts(Session &session, const QStringList &files);
/// draft check --docs … --queries …: how many sentences of good replies are taken for untrue.
Exit checkReplies(Session &session);
/// draft check-selftest
Exit checkSelftest(Session &session);

} // namespace baton::ctl
