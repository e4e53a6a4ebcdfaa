#pragma once

#include "core/desk/ModelBoard.h"
#include "core/desk/Settings.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class Button;
class Label;
class SearchField;
class SettingsColumn;

/// Where a language model is that may write drafts, and whether it works.
class ModelSetup : public QWidget
{
    Q_OBJECT

public:
    explicit ModelSetup(const Look &look, QWidget *parent = nullptr);

    void serve(ModelBoard &board); ///< tries what is typed; outlives this
    void setSource(const ModelSource &source);
    void setTrial(const ModelTrial &trial);
    Button *testButton() const { return m_test; }
    QString said() const; ///< what came of the trial, and what the source means

Q_SIGNALS:
    void sourceEdited(const baton::ModelSource &source);
    void sentRequested(); ///< what was sent to models is to be shown

private:
    ModelSource typed() const;
    void editingFinished();
    void showMeaning();
    void keepKey();
    void tell(const QString &text, bool isTrouble);

    const Look &m_look;
    ModelBoard *m_board = nullptr;
    ModelSource m_source;
    SearchField *m_address;
    SearchField *m_model;
    SearchField *m_key;
    SearchField *m_secret;
    Button *m_keep;
    Button *m_test;
    Button *m_sent;
    Label *m_state;
    Label *m_names;
    Label *m_meaning;
};

} // namespace baton::ui
