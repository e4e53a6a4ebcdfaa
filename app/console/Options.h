#pragma once

#include "app/Services.h"

#include <QtCore/QStringList>

namespace baton {

/// What the console was asked for on its command line.
struct ConsoleOptions
{
    Services::Options services;
    QString walkTo; ///< --walk DIR: work one conversation through, with screenshots there, then end
    bool exitAfterFirstPage = false; ///< --exit-after-first-page: print first-page-ms and end
    QString error;                   ///< not empty: what was wrong with the arguments
    QString message;                 ///< --help or --version: print and end
};

ConsoleOptions readOptions(const QStringList &arguments);

} // namespace baton
