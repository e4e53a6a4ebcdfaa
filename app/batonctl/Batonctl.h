#pragma once

#include <QtCore/QStringList>

#include <cstdio>

namespace baton::ctl {

/// Runs one command line (without the program's name) and gives the exit status. Blocking.
int run(const QStringList &arguments, std::FILE *answer, std::FILE *aside);

} // namespace baton::ctl
