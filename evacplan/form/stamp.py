"""The words on every side of a paper out of the training, so that nobody takes it for a real one."""

from evacplan.form.view import Stamp

TRAINING = Stamp("練習", "練習のための紙です。本物の計画ではありません。　PRACTICE ONLY")
