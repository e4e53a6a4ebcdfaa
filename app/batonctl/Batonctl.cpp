#include "app/batonctl/Batonctl.h"

#include "app/batonctl/Command.h"

using namespace Qt::StringLiterals;

namespace baton::ctl {

int run(const QStringList &arguments, std::FILE *answer, std::FILE *aside)
{
    const Result<Options> options = readOptions(arguments);
    if (!options) {
        Output(answer, aside, false).problem(options.error().detail + u" Try batonctl --help."_s);
        return static_cast<int>(Exit::Usage);
    }
    Output output(answer, aside, options->json);
    Exit exit = Exit::Done;
    const Command *command = findCommand(options->command);
    if (options->version)
        output.line(u"batonctl %1"_s.arg(QLatin1StringView(BATON_VERSION)));
    else if (options->help)
        output.bytes((command ? helpFor(*command) : helpForAll()).toUtf8());
    else {
        const SystemClock clock;
        const Profile profile = profileFor(options->dataDir, options->profile);
        Session session{*options, profile, clock, output};
        exit = command->run(session);
    }
    if (!output.finish()) {
        output.problem(u"Could not write the answer to standard output."_s);
        exit = Exit::CouldNot;
    }
    return static_cast<int>(exit);
}

} // namespace baton::ctl
