#include "app/batonctl/LineOutput.h"

#include "app/batonctl/ErrorWords.h"

#include <QtCore/QSaveFile>

namespace baton::ctl {

Exit putLines(Session &session, const LineWords &said, const LinesOf &lines)
{
    const QString &path = session.options.output;
    if (path.isEmpty() || path == QLatin1StringView("-")) {
        const auto written = lines([&session](const QByteArray &line) -> Result<void> {
            session.output.bytes(line);
            return {};
        });
        if (written)
            return Exit::Done;
        session.output.problem(words(written.error(), said.doing));
        return Exit::CouldNot;
    }

    QSaveFile file(path);
    const auto refused = [&file] {
        return Error{ErrorCode::Io, file.fileName(), file.errorString()};
    };
    Result<qint64> written = refused();
    if (file.open(QIODevice::WriteOnly))
        written = lines([&](const QByteArray &line) -> Result<void> {
            if (file.write(line) == line.size())
                return {};
            return refused();
        });
    if (written && !file.commit())
        written = refused();
    if (!written) {
        session.output.problem(words(written.error(), said.doingTo.arg(path)));
        return Exit::CouldNot;
    }
    if (session.output.isJson())
        session.output.json({{said.key, *written}});
    else
        session.output.line(said.told.arg(*written));
    return Exit::Done;
}

} // namespace baton::ctl
