#pragma once

#include <QtCore/QString>
#include <QtCore/QTime>

#include <optional>

namespace baton::sync::demo {

enum class Network { Up, Down };

/// Something that happens when a presenter wants it to (resources/demo/scenes.json). title and
/// caption are what the demo shows of it, in English, as its conversations are.
struct Scene
{
    QString name;
    QString title;
    QString caption;
    std::optional<QTime> begins; ///< the clock jumps to the next such time, of Europe/Berlin
    int minutes = 0;             ///< of the scenario's time
    int arrivalsPercent = 100;   ///< how many of the usual customers still come
    int extraPerHour = 0;        ///< who come beside them
    QString drawsFrom;           ///< templates of this scene are what most write about; empty: any
    Network network = Network::Up;
    bool operator==(const Scene &) const = default;
};

} // namespace baton::sync::demo
