@echo off
rem Make build\dist\evacplan on Windows from the lock files, and test it: packaging\windows\build.cmd
rem Written without a Windows machine at hand and NOT RUN YET; packaging/ci/windows.yml runs it.
rem Needs Python 3.11 to 3.14 (64 bit) as "python".
setlocal
cd /d "%~dp0..\.."
set PYTHONUTF8=1
set PYTHONHASHSEED=1
if not exist build mkdir build

python -m venv --clear build\venv || exit /b 1
set PY=build\venv\Scripts\python.exe
%PY% -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: ^
    --requirement packaging\run.lock --requirement packaging\build.lock || exit /b 1

%PY% packaging\licences.py build\licences\licences.txt || exit /b 1
%PY% packaging\bundle\hashes.py . forms resources >build\shipped.sha256 || exit /b 1
%PY% packaging\bundle\icons.py build\icons || exit /b 1
%PY% -m PyInstaller --noconfirm --clean --log-level WARN --distpath build\dist --workpath build\work ^
    packaging\bundle\evacplan.spec || exit /b 1
build\dist\evacplan\evacplan-cli.exe selftest || exit /b 1
