#include "ui/views/ConnectionsSection.h"

#include "ui/panels/Button.h"
#include "ui/panels/SearchField.h"
#include "ui/text/Format.h"
#include "ui/window/StatusWords.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int folderWidth = 320;

} // namespace

ConnectionsSection::ConnectionsSection(const Look &look, QWidget *parent)
    : SettingsSection(look, parent)
    , m_folder(new SearchField(look, {}, tr("No folder")))
{
    auto *chooser = new QWidget;
    auto *row = new QHBoxLayout(chooser);
    row->setContentsMargins({});
    row->setSpacing(6);
    auto *choose = new Button(look, tr("Choose…"));
    m_folder->setFixedWidth(folderWidth);
    row->addWidget(m_folder);
    row->addWidget(choose);
    chooser->setFocusProxy(m_folder);
    m_folder->setAccessibleName(tr("Folder"));

    column().addHeading(tr("Folder"));
    column().addRow(tr("Folder"), chooser);
    column().addHint(tr("Conversations are read from the packets in this folder, and your acts "
                        "are written beside them. A new folder is used from the next start."));
    column().addHeading(tr("Now"));
    m_state = column().addFact(tr("Connection"));
    m_rejected = column().addFact(tr("Lines that were rejected"));
    m_lines = column().addHint({});
    column().addEnd();
    setStatus({});

    connect(choose, &QPushButton::clicked, this, &ConnectionsSection::choose);
    connect(m_folder, &QLineEdit::editingFinished, this,
            [this] { setFolder(m_folder->text().trimmed()); });
}

void ConnectionsSection::setSettings(const Settings &settings)
{
    SettingsSection::setSettings(settings);
    m_folder->setText(settings.folder);
    m_folder->setWrong({});
}

void ConnectionsSection::setStatus(const StatusSnapshot &status)
{
    const StatusWords words
        = statusWords(status, status.lastSync.value_or(Instant{}), QTimeZone::systemTimeZone());
    // How long it is offline stands in the status bar; here it would grow old unseen.
    m_state->setText(status.connection == Connection::Offline ? tr("Offline")
                                                              : words.connection.text);
    m_rejected->setText(status.rejectedLines == 0 ? tr("None")
                                                  : format::count(status.rejectedLines));
    m_lines->setText(status.lastRejected.join(u'\n'));
    m_lines->setVisible(!status.lastRejected.isEmpty());
}

void ConnectionsSection::choose()
{
    const QString start = m_settings.folder.isEmpty() ? QDir::homePath() : m_settings.folder;
    const QString chosen
        = QFileDialog::getExistingDirectory(this, tr("Folder with packets"), start);
    if (!chosen.isEmpty())
        setFolder(chosen);
}

void ConnectionsSection::setFolder(const QString &folder)
{
    const bool there = folder.isEmpty() || QDir(folder).exists();
    m_folder->setWrong(there ? QString() : tr("There is no such folder"));
    if (!there || folder == m_settings.folder)
        return;
    Settings wish = m_settings;
    wish.folder = folder;
    Q_EMIT edited(wish,
                  folder.isEmpty() ? tr("No folder is used from the next start.")
                                   : tr("The new folder is used from the next start."));
}

} // namespace baton::ui
