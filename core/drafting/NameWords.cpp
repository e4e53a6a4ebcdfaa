#include "core/drafting/NameWords.h"

#include "core/base/FunctionWords.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

using NameSet = QSet<QString>;

NameSet wordList(const char *list)
{
    const QStringList all = QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts);
    return NameSet(all.begin(), all.end());
}

void addWordsOf(const QString &path, NameSet &words)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.readAll()).toLower();
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool in = i < text.size() && (text[i].isLetter() || text[i] == u'\'');
        if (in && begin < 0)
            begin = i;
        if (in || begin < 0)
            continue;
        if (i - begin > 1)
            words.insert(text.mid(begin, i - begin));
        begin = -1;
    }
}

const NameSet &bundledWords()
{
    static const NameSet words = [] {
        NameSet all;
        for (const QString &path : {u":/policy/catalogue.json"_s, u":/policy/lexicon.json"_s,
                                    u":/policy/terms.json"_s, u":/policy/policy.json"_s})
            addWordsOf(path, all);
        for (const QString &folder : {u":/playbooks"_s, u":/drafting"_s}) {
            for (const QString &name : QDir(folder).entryList({u"*.json"_s}))
                addWordsOf(folder + u'/' + name, all);
        }
        return all;
    }();
    return words;
}

bool isKnown(const QString &word)
{
    return bundledWords().contains(word) || text::isFunctionWord(word.toStdString());
}

} // namespace

bool namesNobody(const QString &word)
{
    static const NameSet words = wordList(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december montag dienstag mittwoch donnerstag "
        "freitag samstag sonntag januar februar märz mai juni juli oktober dezember lunes martes "
        "miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
        "septiembre octubre noviembre diciembre christmas easter weihnachten ostern navidad "
        "thanksgiving english german spanish french italian dutch polish turkish european british "
        "american chinese deutsch englisch spanisch französisch germany england britain austria "
        "switzerland spain france italy europe usa uk eu deutschland österreich schweiz europa "
        "españa paypal klarna visa mastercard maestro amex apple google amazon ebay dhl ups usps "
        "fedex hermes dpd gls evri correos iphone ipad android windows samsung wifi bluetooth "
        "internet email whatsapp facebook instagram twitter ok okay sepa iban swift bic cvv pin "
        "mr mrs ms miss dr prof herr frau señor señora sr sra sir madam dear ah oh wow hmm yeah "
        "yep "
        "nope ugh thx thank hi hello hey hallo hola regards grüße gruß saludos cheers sincerely");
    return words.contains(word);
}

bool isFirstName(const QString &word)
{
    static const NameSet words = wordList(
        "aaron abdul abdullah abigail adam adele adrian aisha aiko aidan alan albert alberto "
        "alejandro "
        "alex alexander alexandra alexis ali alice alicia alina allison alison amalia amanda "
        "amelia "
        "amina amir amy ana andre andrea andreas andrei andrew angela angelika anita anja ann anna "
        "anne anneliese annika anthony antonio anya aoife arjun arthur arturo astrid ayesha aylin "
        "barbara beatriz ben benedikt benjamin bernd beth bettina birgit björn bob boris brenda "
        "brian "
        "brigitte bruno bryan caitlin camila carla carlos carmen carolina caroline catherine "
        "cecilia "
        "charles charlotte chen chiara chloe chris christian christina christine christoph "
        "christopher "
        "ciara claire clara claudia colin connor craig cristina cynthia dana daniel daniela dave "
        "david "
        "deborah deepak denise dennis derek diana diego dieter dimitri dmitri dominik donald donna "
        "doris dorothy douglas edgar eduardo edward eileen elena elias elisa elisabeth elizabeth "
        "ella "
        "ellen elif emil emilia emily emma emre enrique eric erik erika ernesto esther ethan eva "
        "evelyn "
        "fabian fatima fatma felipe felix ferdinand fernando fiona florian francesca francesco "
        "francisco franziska frederick friedrich gabriel gabriela gareth gary george georg gerald "
        "gerhard giovanni giulia gloria gonzalo greg gregor gregory guillermo gustavo hannah hans "
        "harald harry hassan heather heidi heike heinrich helen helena helga henrik henry hiroshi "
        "holger "
        "howard hugo ian ibrahim ida ignacio igor ingrid irene irina isabel isabella ivan jacob "
        "jakob "
        "james jamal jan jana jane janet jasmin jason javier jean jeffrey jennifer jens jeremy "
        "jerome "
        "jessica jesus jim jin joachim joan joanna joao johan johann johanna john jonas jonathan "
        "jorge josé jose josef joseph joshua juan juana judith julia julian juliane julie jürgen "
        "justin kai karen karin karl karl-heinz karolina katarina kate katharina katherine "
        "kathleen "
        "kathrin katja katrin keith kelly kenneth kenji kevin kieran kimberly klaus kofi konrad "
        "kristen kristina kurt kwame lars laura lauren lea leah leila lena leo leon leonie leonard "
        "liam "
        "lidia linda lisa lorena louis louise luca lucas lucia lucy luis luisa lukas magdalena "
        "mahmoud "
        "manfred manuel manuela marc marcel marco marcus margaret maren maria mariam marianne "
        "marie "
        "marina mario marion markus marta martha martin martina mary mateo mathias matteo matthew "
        "matthias maximilian mei melanie melissa mia michael michaela michel michelle miguel "
        "mikael "
        "mohamed mohammed molly monica monika morgan muhammad nadia nadine nancy naomi natalia "
        "natalie "
        "nathan neil nicholas nicola nicolas nicole nina niklas nikolai noah noor nora norbert "
        "nuria "
        "oliver olivia olga omar oscar oskar pablo pamela patricia patrick paul paula paulina "
        "pauline "
        "pedro peter petra philip philipp phillip pia pierre priya rachel rafael rainer raj ralf "
        "ralph "
        "ramon raquel raul rebecca regina renate ricardo richard robert roberto rodrigo roger "
        "roland "
        "ronald rosa rosemary ruth ryan sabine sabrina samantha samuel sandra sanjay sara "
        "sarah "
        "saoirse scott sebastian sergio shannon sharon sheila shirley siobhan silke silvia simon "
        "simone "
        "sofia sofie sonia sonja sophia sophie stacy stefan stefanie stephan stephanie stephen "
        "steve "
        "steven susan susana susanne suzanne sven svetlana sylvia takashi tamara tanja tara tariq "
        "teresa thomas thorsten tim timothy tobias todd tom tomás tony torsten tracy ulrich ulrike "
        "ursula uwe valentina valeria vanessa vera verónica veronica veronika victor victoria "
        "viktor "
        "vincent vladimir walter wei werner wilhelm william winston wolfgang xavier yasmin yuki "
        "yusuf "
        "yvonne zainab zoe zofia");
    return words.contains(word);
}

bool mayBeFirstName(const QString &word)
{
    static const NameSet words = wordList(
        "amber amos angel art august autumn bill brook carol chance charity chase chuck cliff clay "
        "dale daisy dawn dean don drew earl eve faith fern frank gene ginger grace grant guy hazel "
        "heath holly hope iris ivy jack jade jasper jay jewel joy june kay kim lance lee lily mark "
        "max may mercy mike miles misty nick norm olive pat pearl penny petunia ray reed rich rob "
        "rod "
        "rose ruby rusty sally sam sandy saul skip sky star stew sue summer terry troy van victor "
        "violet wade will willow art herb ernst friede gut engel luz paz sol mar consuelo dolores "
        "mercedes pilar rocío ángel jörg lotte rosa viola");
    return words.contains(word);
}

bool isParticle(const QString &word)
{
    static const NameSet words
        = wordList("van von der den de del della di da do dos das la le el al "
                   "bin ibn ben ter ten zu zur af av y");
    return words.contains(word);
}

bool isOrdinaryWord(const QString &word)
{
    if (isKnown(word) || namesNobody(word))
        return true;
    static const QStringList endings{u"'s"_s,  u"’s"_s, u"s"_s,  u"es"_s, u"d"_s,  u"ed"_s,
                                     u"ing"_s, u"ly"_s, u"er"_s, u"n"_s,  u"en"_s, u"e"_s};
    constexpr qsizetype leastStem = 3;
    for (const QString &ending : endings) {
        if (word.size() - ending.size() < leastStem || !word.endsWith(ending))
            continue;
        const QString stem = word.chopped(ending.size());
        if (isKnown(stem) || (ending == "ing"_L1 && isKnown(stem + u'e')))
            return true;
    }
    return word.contains(u'\'') && isKnown(QString(word).remove(u'\''));
}

} // namespace baton::drafting
