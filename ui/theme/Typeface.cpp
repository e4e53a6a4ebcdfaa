#include "ui/theme/Typeface.h"

#include <fontconfig/fontconfig.h>

#include <memory>

namespace baton::ui {

namespace {

constexpr char withoutPostScript[] = R"(<fontconfig><selectfont><rejectfont>
<pattern><patelt name="family"><string>Inter</string></patelt><patelt name="fontformat"><string>CFF</string></patelt></pattern>
<pattern><patelt name="family"><string>Inter Display</string></patelt><patelt name="fontformat"><string>CFF</string></patelt></pattern>
</rejectfont></selectfont></fontconfig>)";

template <auto destroy>
struct Destroy
{
    void operator()(auto *thing) const { destroy(thing); }
};
using Config = std::unique_ptr<FcConfig, Destroy<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroy<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroy<FcFontSetDestroy>>;

bool knowsInter(FcConfig *config)
{
    const Pattern inter(FcNameParse(reinterpret_cast<const FcChar8 *>("Inter")));
    const std::unique_ptr<FcObjectSet, Destroy<FcObjectSetDestroy>> nothing(FcObjectSetCreate());
    const FontSet found(FcFontList(config, inter.get(), nothing.get()));
    return found && found->nfont > 0;
}

} // namespace

void chooseTypeface()
{
    const Config config(FcInitLoadConfig());
    const auto *rule = reinterpret_cast<const FcChar8 *>(withoutPostScript);
    if (config && FcConfigParseAndLoadFromMemory(config.get(), rule, FcFalse)
        && FcConfigBuildFonts(config.get()) && knowsInter(config.get()))
        FcConfigSetCurrent(config.get()); // which keeps a reference of its own
}

} // namespace baton::ui
