#include "../packet/RandomConversation.h"
#include "core/packet/PacketWriter.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

/// packet_seeds FOLDER: fills FOLDER with good packets for packet_fuzz to start from.
int main(int argc, char **argv)
{
    if (argc != 2 || !QDir().mkpath(QFile::decodeName(argv[1])))
        return 2;
    const QDir folder(QFile::decodeName(argv[1]));
    Random random(20260105);
    RandomConversation conversations(random);
    for (int i = 0; i < 64; ++i) {
        QFile file(folder.filePath(QStringLiteral("packet-%1.json").arg(i)));
        if (!file.open(QIODevice::WriteOnly)
            || file.write(baton::packet::write(conversations.make())) < 0)
            return 3;
    }
    return 0;
}
