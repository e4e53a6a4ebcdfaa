#include "core/base/WholeFile.h"

#include <QtCore/QSaveFile>

namespace baton {

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

} // namespace baton
