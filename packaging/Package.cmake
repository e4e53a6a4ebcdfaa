# What lies where once installed, and the Debian package: cpack --config build/release/CPackConfig.cmake
include(GNUInstallDirs)

if(TARGET baton)
    install(FILES packaging/baton.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/chat.baton.Baton.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    set(app_icon resources/icons/brand/app-icon.svg)
    if(EXISTS ${CMAKE_SOURCE_DIR}/${app_icon})
        install(FILES ${app_icon} DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME baton.svg)
    endif()
endif()
file(GLOB manuals packaging/man/*.1)
if(manuals)
    install(FILES ${manuals} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME baton)
set(CPACK_PACKAGE_CONTACT "Baton <baton@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desk for conversations that an AI assistant hands to people")
set(CPACK_PACKAGE_DESCRIPTION
    "Baton shows the conversations that wait for a person, in the order in which they are due, and takes the answers\n\
back to where they come from. What was typed is never lost; a reply is sent exactly once. batonctl does the same work\n\
from a command line.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-inter-variable, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-color-emoji, fonts-noto-core, hunspell-de-de, hunspell-en-gb, hunspell-es, qt6-wayland")
include(CPack)
