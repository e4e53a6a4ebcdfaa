#include "tests/support/ScreenAudit.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/ConversationFakes.h"
#include "ui/panels/Composer.h"
#include "ui/panels/ConversationPanel.h"
#include "ui/panels/SentSheet.h"
#include "ui/theme/BatonStyle.h"
#include "ui/views/ModelSetup.h"
#include "ui/views/ModelsSection.h"
#include "ui/views/SettingsView.h"
#include "ui/window/ActionRegistry.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

/// What a language model brings to the screens, drawn into build/dev/screens in both themes.
class ModelScreensTest : public QObject
{
    Q_OBJECT

private:
    Look m_look;
    fakes::StillClock m_clock;

    static QString tag() { return QString::fromLatin1(QTest::currentDataTag()); }
    static void save(QWidget &screen, const QString &name)
    {
        for (int i = 0; i < 5; ++i) // shows and layouts that were posted, and what they post
            QCoreApplication::processEvents();
        const QString folder = QCoreApplication::applicationDirPath() + u"/../screens"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(screen.grab().save(u"%1/model-%2-%3.png"_s.arg(folder, name, tag())));
        QCOMPARE(test::faultsOf(screen), QString());
    }
    ModelText text(quint64 run, ModelState state, const QString &words = {},
                   ModelTrouble trouble = ModelTrouble::None) const
    {
        ModelText out;
        out.run = run;
        out.conversation = fakes::snapshot().conversation.id;
        out.state = state;
        out.trouble = trouble;
        out.text = words;
        out.sinceSteadyMs = m_clock.steadyMs() - 4000;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        dress(*qApp, m_look);
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void composer_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << int(ThemeKind::Light);
        QTest::newRow("dark") << int(ThemeKind::Dark);
    }
    void composer()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        ConversationSnapshot snapshot = fakes::snapshot();
        snapshot.model = ModelOffer::Offered;
        Draft draft;
        draft.text = u"Hi Maren, two payments were taken on 15 November."_s;
        draft.sentences = {DraftSentence{}};
        snapshot.suggestion = draft;
        ConversationPanel panel(m_look, m_clock);
        panel.resize(720, 872);
        panel.setSnapshot(snapshot);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        Composer &composer = panel.composer();
        save(panel, u"offered"_s);
        composer.draftByModel();
        composer.showModelText(text(1, ModelState::Waiting));
        save(panel, u"waiting"_s);
        const QString some
            = u"Hi Maren, I have read the whole conversation, so you need not repeat "
              "anything.\n\nTwo payments of €106.00 were taken on 15 November; the"_s;
        composer.showModelText(text(1, ModelState::Streaming, some));
        save(panel, u"streaming"_s);
        composer.showModelText(text(1, ModelState::Interrupted, some, ModelTrouble::Connection));
        save(panel, u"broken-off"_s);
        composer.draftByModel();
        composer.showModelText(text(2, ModelState::Connecting));
        composer.showModelText(text(2, ModelState::Failed, {}, ModelTrouble::Connection));
        save(panel, u"failed"_s);
    }

    void settings_data() { composer_data(); }
    void settings()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        ActionRegistry actions;
        SettingsView view(m_look, actions);
        view.showPage(SettingsPage::Models);
        view.resize(1120, 860);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        save(view, u"settings-none"_s);
        Settings chosen;
        chosen.model = {u"http://models.example:8080"_s, u"qwen2.5-7b-instruct"_s, u"MODEL_KEY"_s};
        view.setSettings(chosen);
        ModelTrial trial;
        trial.step = TrialStep::Done;
        trial.names = {u"qwen2.5-7b-instruct"_s, u"mistral-small"_s};
        trial.said = u"I am ready."_s;
        trial.firstMs = 1240;
        view.models().setup().setTrial(trial);
        save(view, u"settings-works"_s);
        trial.trouble = ModelTrouble::Key;
        trial.names.clear();
        view.models().setup().setTrial(trial);
        save(view, u"settings-refused"_s);
    }

    void sent_data() { composer_data(); }
    void sent()
    {
        QFETCH(int, kind);
        m_look.setAppearance({ThemeKind(kind), Contrast::Normal, 100, Motion::Reduced});
        SentToModel one;
        one.at = m_clock.now();
        one.conversation = ConversationId(u"NW-1042"_s);
        one.place = u"http://localhost:8080"_s;
        one.body
            = R"({"messages":[{"content":"You draft the reply …","role":"system"},{"content":"The customer is [NAME_1].","role":"user"}],"stream":true})"_ba;
        SentSheet sheet(m_look, {one, one}, nullptr);
        sheet.show();
        save(sheet, u"sent"_s);
    }
};

BATON_TEST(ModelScreensTest)
#include "ModelScreensTest.moc"
