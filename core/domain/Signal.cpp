#include "core/domain/Signal.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace baton {

int lotOf(const ConversationId &id)
{
    const QByteArray hash = QCryptographicHash::hash(id.text().toUtf8(), QCryptographicHash::Sha1);
    return int(qFromBigEndian<quint32>(hash.constData()) % quint32(lots));
}

} // namespace baton
