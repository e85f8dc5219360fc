; Installs for one person, with no administrator. release/setup names VERSION, NUMBERS and OUT, and
; starts this in the folder of the files.
Target amd64-unicode ; as the program: nothing here needs the 32-bit half of Windows
SetCompressor /SOLID lzma
SetDateSave off ; a file's time would be the building's
RequestExecutionLevel user
!include LogicLib.nsh
!include FileFunc.nsh
!include nsDialogs.nsh

Name "airt"
Caption "airt"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\airt"
Icon airt.ico
UninstallIcon airt.ico
BrandingText " "
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "airt"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "airt"
VIAddVersionKey LegalCopyright ""

!define LIST "Software\Microsoft\Windows\CurrentVersion\Uninstall\airt"

Var Title ; of the entry in the Start menu, and so of the window
Var Field

Page custom AskTitle TakeTitle
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Function RefuseTitle ; if Windows takes no file of that name
    ; It answers 0 if it had nothing to change.
    System::Call 'shell32::PathCleanupSpec(w "$SMPROGRAMS", w "$Title") i .r0'
    ${If} $0 <> 0
    ${OrIf} $Title == ""
        MessageBox MB_OK|MB_ICONEXCLAMATION 'A name has letters, and none of \ / : * ? " < > |' /SD IDOK
        SetErrorLevel 2
        Abort
    ${EndIf}
FunctionEnd

Function .onInit
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/NAME=" $Title
    ${If} ${Errors}
        StrCpy $Title "airt"
    ${EndIf}
    Call RefuseTitle
FunctionEnd

Function AskTitle
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 24u "Name of the entry in the Start menu, and of its window. It can be any name:"
    Pop $0
    ${NSD_CreateText} 0 28u 60% 13u $Title
    Pop $Field
    nsDialogs::Show
FunctionEnd

Function TakeTitle
    ${NSD_GetText} $Field $Title
    Call RefuseTitle
FunctionEnd

Section
    ReadRegStr $0 HKCU "${LIST}" DisplayName
    ${If} $0 != "" ; an installation before this one, maybe by another name
        Delete "$SMPROGRAMS\$0.lnk"
    ${EndIf}

    SetOutPath $DOCUMENTS ; where a file goes that a person saves
    ClearErrors
    CreateShortcut "$SMPROGRAMS\$Title.lnk" "$INSTDIR\airt.exe"
    SetOutPath $INSTDIR
    File airt.exe
    File LICENSE-APACHE
    File LICENSE-MIT
    File RUST-LIBRARY.html
    File THIRD-PARTY.txt
    WriteUninstaller uninstall.exe
    WriteRegStr HKCU "${LIST}" DisplayName $Title
    WriteRegStr HKCU "${LIST}" DisplayVersion ${VERSION}
    WriteRegStr HKCU "${LIST}" Publisher "airt"
    WriteRegStr HKCU "${LIST}" DisplayIcon "$INSTDIR\airt.exe"
    WriteRegStr HKCU "${LIST}" UninstallString '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${LIST}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${LIST}" EstimatedSize ${KILOBYTES}
    WriteRegDWORD HKCU "${LIST}" NoModify 1
    WriteRegDWORD HKCU "${LIST}" NoRepair 1

    ; A shortcut ends with four zeros, and NSIS knows nothing of consoles: this is its new end.
    InitPluginsDir
    File /oname=$PLUGINSDIR\console console
    FileOpen $0 "$SMPROGRAMS\$Title.lnk" a
    FileSeek $0 -4 END
    FileOpen $1 "$PLUGINSDIR\console" r
    ${Do}
        FileReadByte $1 $2
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        FileWriteByte $0 $2
    ${Loop}
    FileClose $1
    FileClose $0
SectionEnd

Section Uninstall
    SetOutPath $TEMP ; the folder one stands in cannot go
    ClearErrors
    Delete "$INSTDIR\airt.exe"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "Close it first." /SD IDOK
        SetErrorLevel 2
        Abort
    ${EndIf}
    Delete "$INSTDIR\LICENSE-APACHE"
    Delete "$INSTDIR\LICENSE-MIT"
    Delete "$INSTDIR\RUST-LIBRARY.html"
    Delete "$INSTDIR\THIRD-PARTY.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    RMDir "$LOCALAPPDATA\Programs" ; which stays if anything else is in it
    ReadRegStr $0 HKCU "${LIST}" DisplayName
    Delete "$SMPROGRAMS\$0.lnk"
    DeleteRegKey HKCU "${LIST}"
    ; What runs is a copy, which without an administrator would stay: it goes once this has ended.
    ${If} $EXEDIR != $INSTDIR
        ExecShell "" "$SYSDIR\cmd.exe" \
            '/c for /l %i in (1,1,60) do (ping -n 2 127.0.0.1 >nul & rd /s /q "$EXEDIR" & if not exist "$EXEDIR" exit)' \
            SW_HIDE
    ${EndIf}
SectionEnd
