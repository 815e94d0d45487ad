@echo off
rem Set up everything on Windows 10 or newer and start evacplan with a sample plan.
rem
rem   packaging\run.cmd                    by double click or from any folder; quick the second time
rem   packaging\run.cmd check PLAN.json    any other evacplan command after the same setup
rem
rem NOT TRIED ON WINDOWS: its authors had Linux only. prepare.py, which does the
rem work, is the same that run.sh uses.
rem English and ASCII only, because cmd.exe reads batch files in the code page of the console;
rem the Japanese messages come from prepare.py.
setlocal
set "ROOT=%~dp0.."
set "PYTHONHOME="
set "PYTHONPATH="

set "PYTHON=py -3"
py -3 --version >nul 2>nul
if errorlevel 1 set "PYTHON=python"
%PYTHON% --version >nul 2>nul
if errorlevel 1 (
    echo Python was not found. Install Python 3.11 to 3.14, 64-bit, with the option "py launcher", then run this again.
    pause
    exit /b 1
)

%PYTHON% "%ROOT%\packaging\prepare.py"
if errorlevel 1 (
    pause
    exit /b 1
)

if "%~1"=="" (
    "%ROOT%\.venv\Scripts\python.exe" "%ROOT%\main.py" --sample
) else (
    "%ROOT%\.venv\Scripts\python.exe" "%ROOT%\main.py" %*
)
exit /b %errorlevel%
