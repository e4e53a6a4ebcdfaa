#pragma once

#include "core/base/Result.h"
#include "core/domain/Queue.h"

#include <QtCore/QMap>

namespace baton {

enum class ThemeChoice { System, Light, Dark };

/// How large the window and its panes were left, in device-independent pixels; 0: never changed.
struct WindowSizes
{
    int width = 0;
    int height = 0;
    bool maximised = false;
    int queue = 0;        ///< in a wide window
    int queueCompact = 0; ///< in a narrower one
    int context = 0;
    bool operator==(const WindowSizes &) const = default;
};

/// A model that tells which texts mean alike.
struct EmbeddingSource
{
    QString place; ///< a folder with a model2vec model, or a server's address; empty: none
    QString model; ///< what a server calls it; empty: whatever it has
    bool operator==(const EmbeddingSource &) const = default;
};

/// A language model that may write for the agent: any server that speaks as OpenAI's does.
struct ModelSource
{
    QString address;     ///< empty: none
    QString model;       ///< what the server calls it; empty: whatever it has
    QString keyVariable; ///< the environment variable that holds the key; empty: no key
    bool operator==(const ModelSource &) const = default;
};

/// What belongs to a person and this computer (DESIGN §9); everything else is policy. Kept in
/// settings.json.
struct Settings
{
    ThemeChoice theme = ThemeChoice::System;
    int textSizePercent = 100; ///< 90, 100, 115 or 130
    bool moreContrast = false;
    bool reduceMotion = false;
    bool nextAfterSend = true;
    bool soundOnAnswer = true;
    bool noteOutside = true; ///< notes on the desktop while another window is in front
    QMap<QString, QString>
        keys; ///< action id → key sequence in portable text, where it differs from the default
    QString folder;    ///< the folder upstream; empty for none
    QStringList words; ///< that are right besides what dictionaries know
    EmbeddingSource embeddings;
    ModelSource model;
    Agent agent;
    std::optional<Instant> lastHere; ///< when the agent last did something here; to minutes
    WindowSizes window;
    bool operator==(const Settings &) const = default;
};

/// A missing file gives the defaults. Unknown keys are kept by saveSettings; a value out of range
/// is InvalidInput naming the key. Blocking: not for the GUI thread after start.
Result<Settings> loadSettings(const QString &path);
/// Written beside and renamed into place, 0600.
Result<void> saveSettings(const QString &path, const Settings &settings);

/// Who sits here until a name is given: the account of this computer.
Agent accountHolder();

} // namespace baton
