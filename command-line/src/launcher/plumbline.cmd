@echo off
rem Runs a built Plumbline on Windows: java -jar plumbline.jar, with an archive of classes in the user's cache folder.
setlocal DisableDelayedExpansion
set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if exist "%~dp0java\bin\java.exe" set "java=%~dp0java\bin\java.exe"
"%java%" -version >nul 2>nul
if errorlevel 1 (
    echo plumbline: Java 17 or newer is needed, and "%java%" does not run; install one or set JAVA_HOME 1>&2
    exit /b 2
)
set "sizes=-Xmx2g -XX:TieredStopAtLevel=1"
if "%~1"=="mock" set "sizes=-Xmx256m"
rem Java makes and renews the archive by itself from version 19 on; older ones must not be told of it.
set "archive="
if defined LOCALAPPDATA if defined JAVA_HOME if exist "%JAVA_HOME%\release" (
    findstr /R /C:"^JAVA_VERSION=.1[0-8][.\"]" "%JAVA_HOME%\release" >nul
    if errorlevel 1 (
        if not exist "%LOCALAPPDATA%\plumbline" mkdir "%LOCALAPPDATA%\plumbline"
        set archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\plumbline\%~1.jsa"
    )
)
"%java%" -XX:+UseSerialGC -Xshare:auto -Xlog:disable %sizes% %archive% %PLUMBLINE_JAVA_OPTS% -jar "%~dp0plumbline.jar" %*
exit /b %ERRORLEVEL%
