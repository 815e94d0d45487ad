<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
    <context>
        <name>AddressFill</name>
        <message>
            <source>この郵便番号は表にありません。番号を確かめてください。</source>
            <translation>This postal code is not in the table. Please check the number.</translation>
        </message>
        <message>
            <source>住所のはじめを入れました。同じ番号の町が{count}あります。続きを書きましょう。</source>
            <translation>The beginning of the address was filled in. {count} districts share this code. Please type the rest.</translation>
        </message>
        <message>
            <source>郵便番号から住所を入れました。続けて番地を書いてください。</source>
            <translation>The address was filled in from the postal code. Now type the street number.</translation>
        </message>
        <message>
            <source>郵便番号の場所は「{text}」です。住所と違うので確かめてください。住所のふりがなは消しました。</source>
            <translation>The postal code belongs to “{text}”, not to this address. Check which is right. The address's reading was removed.</translation>
        </message>
        <message>
            <source>郵便番号の場所は「{text}」です。住所と違うので、どちらかを確かめてください。</source>
            <translation>This postal code belongs to “{text}”. That differs from the address; please check which is right.</translation>
        </message>
    </context>
    <context>
        <name>AdvicePart</name>
        <message>
            <source>計算し直しています。下の時間は、変える前のものです。</source>
            <translation>Calculating again. The times below are from before the change.</translation>
        </message>
    </context>
    <context>
        <name>AgendaPage</name>
        <message>
            <source>計画の見直し</source>
            <translation>Plan review</translation>
        </message>
        <message>
            <source>宿題と見直し</source>
            <translation>Tasks and reviews</translation>
        </message>
        <message>
            <source>期限を過ぎたもの {late}件　2週間のうち {soon}件　全部で {total}件</source>
            <translation>Overdue {late}   Within 2 weeks {soon}   In all {total}</translation>
        </message>
        <message>
            <source>次の会議までに確かめることです。Enter でその項目を開きます。</source>
            <translation>To be found out before the next meeting. Enter opens the question.</translation>
        </message>
        <message>
            <source>人・項目・計画の名前でしぼる</source>
            <translation>Filter by person, question or plan</translation>
        </message>
        <message>
            <source>宿題をしぼる</source>
            <translation>Filter the tasks</translation>
        </message>
        <message>
            <source>その項目を開く Enter</source>
            <translation>Open question  Enter</translation>
        </message>
        <message>
            <source>計画の一覧へ Esc</source>
            <translation>To the list of plans  Esc</translation>
        </message>
    </context>
    <context>
        <name>AskStrip</name>
        <message>
            <source>だれが</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>いつまでに</source>
            <translation>By when</translation>
        </message>
        <message>
            <source>例　11/30</source>
            <translation>e.g. 11/30</translation>
        </message>
        <message>
            <source>これでよい</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>未確認を取り消す</source>
            <translation>Take back “not confirmed”</translation>
        </message>
        <message>
            <source>「わからない」を取り消して、前の答えに戻しました。</source>
            <translation>“Don’t know” is taken back; the answer is as before.</translation>
        </message>
        <message>
            <source>前と同じ（{who}）</source>
            <translation>Same as before ({who})</translation>
        </message>
        <message>
            <source>次の会議（{day}）</source>
            <translation>Next meeting ({day})</translation>
        </message>
        <message>
            <source>2週間後（{day}）</source>
            <translation>In 2 weeks ({day})</translation>
        </message>
    </context>
    <context>
        <name>AskedCard</name>
        <message>
            <source>宿題にするとき</source>
            <translation>When it becomes a task</translation>
        </message>
        <message>
            <source>だれが(&amp;W)</source>
            <translation>&amp;Who</translation>
        </message>
        <message>
            <source>いつまでに(&amp;U)</source>
            <translation>By when (&amp;U)</translation>
        </message>
        <message>
            <source>宿題にしました。</source>
            <translation>Made a task.</translation>
        </message>
    </context>
    <context>
        <name>Autosave</name>
        <message>
            <source>保存済み　{time}</source>
            <translation>Saved  {time}</translation>
        </message>
        <message>
            <source>まだ保存できていません。</source>
            <translation>Not saved yet.</translation>
        </message>
    </context>
    <context>
        <name>BackBox</name>
        <message>
            <source>どの様式に戻しますか。</source>
            <translation>Which forms do you want to go back to?</translation>
        </message>
        <message>
            <source>いまの様式：{forms}</source>
            <translation>Forms in use: {forms}</translation>
        </message>
        <message>
            <source>変わるところを見る…(&amp;N)</source>
            <translation>See what cha&amp;nges…</translation>
        </message>
    </context>
    <context>
        <name>BackupLine</name>
        <message>
            <source>わかりました</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>BlankBox</name>
        <message>
            <source>白紙の種類</source>
            <translation>Kind of blank form</translation>
        </message>
        <message>
            <source>手書き用の白紙</source>
            <translation>Blank forms for handwriting</translation>
        </message>
        <message>
            <source>ペンで書きこむ紙です。どの計画の内容も載りません。版の白紙か、節の白紙を選びます。</source>
            <translation>Paper to fill in with a pen. It shows nothing of any plan. Choose a whole edition or one section.</translation>
        </message>
        <message>
            <source>白紙の種類(&amp;K)</source>
            <translation>&amp;Kind of blank form</translation>
        </message>
        <message>
            <source>白紙を保存する場所を選んでください</source>
            <translation>Choose where to save the blank form</translation>
        </message>
        <message>
            <source>白紙 {form}.pdf</source>
            <translation>Blank {form}.pdf</translation>
        </message>
    </context>
    <context>
        <name>CardPage</name>
        <message>
            <source>医療的ケア児の 災害時個別支援計画</source>
            <translation>Individual disaster plan for a child with medical care</translation>
        </message>
    </context>
    <context>
        <name>ChangedPage</name>
        <message>
            <source>変わったことを書く</source>
            <translation>Record a change</translation>
        </message>
        <message>
            <source>何が変わりましたか</source>
            <translation>What has changed?</translation>
        </message>
        <message>
            <source>だれと確かめたかを、先に入れてください。</source>
            <translation>First say with whom you checked.</translation>
        </message>
        <message>
            <source>{total}か所のうち、{done}か所を見ました。</source>
            <translation>{done} of {total} places checked.</translation>
        </message>
        <message>
            <source>まだ見ていません</source>
            <translation>Not checked yet</translation>
        </message>
        <message>
            <source>変えました</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>変わっていません</source>
            <translation>Unchanged</translation>
        </message>
        <message>
            <source>変わっていない</source>
            <translation>Unchanged</translation>
        </message>
        <message>
            <source>{place}は変わっていない</source>
            <translation>{place} is unchanged</translation>
        </message>
        <message>
            <source>だれと確かめますか</source>
            <translation>With whom do you check?</translation>
        </message>
        <message>
            <source>確かめる人</source>
            <translation>Checked with</translation>
        </message>
        <message>
            <source>ほかの変わったことを選ぶ(&amp;O)</source>
            <translation>Ch&amp;oose another change</translation>
        </message>
        <message>
            <source>確かめる人(&amp;W)</source>
            <translation>Checked &amp;with</translation>
        </message>
        <message>
            <source>Enter でその欄へ、F6 で「変わっていない」。欄からは Ctrl+G でここに戻ります。</source>
            <translation>Enter goes to the field, F6 marks “Unchanged”. Ctrl+G brings you back here from a field.</translation>
        </message>
        <message>
            <source>訓練の結果を入れる…(&amp;T)</source>
            <translation>En&amp;ter drill results…</translation>
        </message>
    </context>
    <context>
        <name>CircumstancesCard</name>
        <message>
            <source>どんなときか</source>
            <translation>The situation</translation>
        </message>
        <message>
            <source>時刻(&amp;T)</source>
            <translation>&amp;Time</translation>
        </message>
        <message>
            <source>災害(&amp;G)</source>
            <translation>Disaster (&amp;G)</translation>
        </message>
        <message>
            <source>ほかに</source>
            <translation>Also</translation>
        </message>
        <message>
            <source>大雪</source>
            <translation>Heavy snow</translation>
        </message>
        <message>
            <source>電話が使えない</source>
            <translation>Phones are dead</translation>
        </message>
        <message>
            <source>車がない</source>
            <translation>No car</translation>
        </message>
        <message>
            <source>いない人</source>
            <translation>Who is away</translation>
        </message>
        <message>
            <source>通れない道</source>
            <translation>Roads that are closed</translation>
        </message>
    </context>
    <context>
        <name>CodeField</name>
        <message>
            <source>復旧コード</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>復旧コード（6けたの数字が8組）(&amp;D)</source>
            <translation>Recovery code (8 groups of 6 &amp;digits)</translation>
        </message>
        <message>
            <source>復旧コードが入力されていません。</source>
            <translation>No recovery code was entered.</translation>
        </message>
    </context>
    <context>
        <name>CodePage</name>
        <message>
            <source>パスフレーズを忘れたときに計画を開ける、ただ1つの方法です。表示するのは今だけです。</source>
            <translation>This is the only way to open the plans if the passphrase is forgotten. It is shown only now.</translation>
        </message>
        <message>
            <source>印刷するか書き写して、パソコンとは別の場所に、鍵をかけてしまってください。</source>
            <translation>Print it or copy it by hand, and lock it away in a place apart from the computer.</translation>
        </message>
        <message>
            <source>復旧コードを紙にします</source>
            <translation>Put the recovery code on paper</translation>
        </message>
        <message>
            <source>復旧シートを印刷する…(&amp;P)</source>
            <translation>&amp;Print recovery sheet…</translation>
        </message>
        <message>
            <source>PDFに保存する…(&amp;D)</source>
            <translation>Save as P&amp;DF…</translation>
        </message>
        <message>
            <source>印刷するか書き写して、しまった(&amp;T)</source>
            <translation>I prin&amp;ted or copied it and put it away</translation>
        </message>
        <message>
            <source>計画の一覧へ進む(&amp;O)</source>
            <translation>Go to the list &amp;of plans</translation>
        </message>
        <message>
            <source>印刷に送りました。紙を取って、数字が読めるかを確かめてください。</source>
            <translation>Sent to the printer. Take the paper and check that the digits can be read.</translation>
        </message>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。</source>
            <translation>The printer cannot be reached.</translation>
        </message>
        <message>
            <source>数字を紙に書き写すか、「PDFに保存する」で保存して、あとで印刷してください。</source>
            <translation>Copy the digits by hand, or use “Save as PDF” and print later.</translation>
        </message>
        <message>
            <source>復旧シートを保存する場所を選んでください</source>
            <translation>Choose where to save the recovery sheet</translation>
        </message>
        <message>
            <source>復旧シート.pdf</source>
            <translation>Recovery sheet.pdf</translation>
        </message>
        <message>
            <source>このファイルは暗号になっていません。印刷したら、すぐに消してください。</source>
            <translation>This file is not encrypted. Delete it as soon as it is printed.</translation>
        </message>
        <message>
            <source>{name} を保存しました。</source>
            <translation>{name} was saved.</translation>
        </message>
    </context>
    <context>
        <name>ComparePanel</name>
        <message>
            <source>すべての章（{n}）</source>
            <translation>All sections ({n})</translation>
        </message>
        <message>
            <source>{title}（{n}）</source>
            <translation>{title} ({n})</translation>
        </message>
        <message>
            <source>まだ版がありません。版を確定すると、ここでくらべられます。</source>
            <translation>There is no version yet. Once a version is finalised, it can be compared here.</translation>
        </message>
        <message>
            <source>同じものどうしです。前とあとに、ちがうものを選んでください。</source>
            <translation>Both are the same. Choose two different ones.</translation>
        </message>
        <message>
            <source>{before}から{after}までに、{n} か所変わりました</source>
            <translation>{n} places changed from {before} to {after}</translation>
        </message>
        <message>
            <source>{before}と{after}に、ちがいはありません</source>
            <translation>{before} and {after} do not differ</translation>
        </message>
        <message>
            <source>前(&amp;B)</source>
            <translation>&amp;Before</translation>
        </message>
        <message>
            <source>あと(&amp;A)</source>
            <translation>&amp;After</translation>
        </message>
        <message>
            <source>章(&amp;C)</source>
            <translation>Se&amp;ction</translation>
        </message>
    </context>
    <context>
        <name>ConfirmBox</name>
        <message>
            <source>確定する人の名前を入れてください。あとで、だれに聞けばよいかがわかります。</source>
            <translation>Enter the name of who finalises, so that people know later whom to ask.</translation>
        </message>
        <message>
            <source>第{number}版として確定します</source>
            <translation>Finalise as version {number}</translation>
        </message>
        <message>
            <source>確定した版は、あとから変わりません。続きは次の下書きになります。</source>
            <translation>A finalised version never changes. Work goes on in the next draft.</translation>
        </message>
        <message>
            <source>確定する人(&amp;W)</source>
            <translation>Finalised by (&amp;W)</translation>
        </message>
        <message>
            <source>メモ（変えたことなど、なくてもよい）(&amp;M)</source>
            <translation>Note (what changed; &amp;may stay empty)</translation>
        </message>
        <message>
            <source>必須の項目が、あと {count} 件空いています。このまま確定することもできます。</source>
            <translation>{count} required answers are still empty. You can finalise all the same.</translation>
        </message>
        <message>
            <source>紙面の「版」が空なので、{number} を入れます。</source>
            <translation>“Version” on the papers is empty and will be set to {number}.</translation>
        </message>
        <message>
            <source>紙面の「版」を、前の版と見分けられるように {number} に上げます。</source>
            <translation>“Version” on the papers will be raised to {number} to tell it from the last version.</translation>
        </message>
        <message>
            <source>第{count}版は、ここで確定した順の番号です。紙面の「版」は、入力のとおり {number} のままです。</source>
            <translation>Version {count} counts what was finalised here. “Version” on the papers stays {number}, as it was typed.</translation>
        </message>
        <message>
            <source>紙面の日付が空なので、更新日に今日を入れます。</source>
            <translation>The papers have no date; today will be entered as the day of update.</translation>
        </message>
        <message>
            <source>第{number}版を確定する(&amp;O)</source>
            <translation>Finalise versi&amp;on {number}</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>ConfirmStrip</name>
        <message>
            <source>だれと確認しましたか</source>
            <translation>With whom did you confirm?</translation>
        </message>
        <message>
            <source>確認した</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>やめる</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>ConsequencePanel</name>
        <message>
            <source>いまの計画で分かること</source>
            <translation>What the plan tells so far</translation>
        </message>
        <message>
            <source>足りないこと {count}件</source>
            <translation>Problems {count}</translation>
        </message>
        <message>
            <source>法定項目 {met}／{total}</source>
            <translation>Legal items {met}/{total}</translation>
        </message>
        <message>
            <source>宿題 {count}件</source>
            <translation>Tasks {count}</translation>
        </message>
        <message>
            <source>いま足りないこと</source>
            <translation>Problems now</translation>
        </message>
        <message>
            <source>ほか{count}件を見る</source>
            <translation>Show {count} more</translation>
        </message>
        <message>
            <source>まだ聞いていないこと {count}件</source>
            <translation>Not asked yet {count}</translation>
        </message>
        <message>
            <source>法定項目　{met}／{total}</source>
            <translation>Legal items  {met}/{total}</translation>
        </message>
        <message>
            <source>残り：{names}</source>
            <translation>Missing: {names}</translation>
        </message>
        <message>
            <source>✓ すべてそろっています。</source>
            <translation>✓ All complete.</translation>
        </message>
        <message>
            <source>宿題　{count}件</source>
            <translation>Tasks  {count}</translation>
        </message>
        <message>
            <source>期限切れ　{line}</source>
            <translation>Overdue  {line}</translation>
        </message>
    </context>
    <context>
        <name>CopiesPanel</name>
        <message>
            <source>{version}の渡した控え</source>
            <translation>Copies of {version} handed out</translation>
        </message>
        <message>
            <source>この版の紙は、まだだれにも渡していません。</source>
            <translation>No paper of this version has been handed to anybody.</translation>
        </message>
        <message>
            <source>渡したときと同じ紙を、印刷に送りました。</source>
            <translation>The same paper as was handed out was sent to the printer.</translation>
        </message>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。</source>
            <translation>The printer cannot be reached.</translation>
        </message>
        <message>
            <source>プリンターの電源と接続を確かめるか、「もう一度保存」で保存してください。</source>
            <translation>Check the printer’s power and cable, or use “Save again”.</translation>
        </message>
        <message>
            <source>PDFを保存する場所を選んでください</source>
            <translation>Choose where to save the PDF</translation>
        </message>
        <message>
            <source>PDFは暗号になっていません。渡したあとは、このパソコンから消してください。</source>
            <translation>The PDF is not encrypted. Delete it from this computer after handing it over.</translation>
        </message>
        <message>
            <source>{name} を保存しました。</source>
            <translation>{name} was saved.</translation>
        </message>
        <message>
            <source>控え {number:02}</source>
            <translation>Copy {number:02}</translation>
        </message>
        <message>
            <source>もう一度印刷…</source>
            <translation>Print again…</translation>
        </message>
        <message>
            <source>もう一度保存…</source>
            <translation>Save again…</translation>
        </message>
        <message>
            <source>{name} へ</source>
            <translation>To {name}</translation>
        </message>
        <message>
            <source>返してもらいました</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>処分しました</source>
            <translation>Destroyed</translation>
        </message>
        <message>
            <source>行方がわかりません</source>
            <translation>Lost</translation>
        </message>
    </context>
    <context>
        <name>CopyPage</name>
        <message>
            <source>{count}件</source>
            <translation>{count} entries</translation>
        </message>
        <message>
            <source>写す(&amp;O)</source>
            <translation>C&amp;opy</translation>
        </message>
        <message>
            <source>ほかの計画から写す</source>
            <translation>Copy from another plan</translation>
        </message>
        <message>
            <source>記入に戻る Esc</source>
            <translation>Back to the interview  Esc</translation>
        </message>
        <message>
            <source>どの計画から写しますか(&amp;W)</source>
            <translation>Copy from &amp;which plan?</translation>
        </message>
        <message>
            <source>計画をさがす</source>
            <translation>Find a plan</translation>
        </message>
        <message>
            <source>名前や番号でさがす</source>
            <translation>Find by name or number</translation>
        </message>
        <message>
            <source>計画の一覧</source>
            <translation>List of plans</translation>
        </message>
        <message>
            <source>何が同じですか</source>
            <translation>What is the same?</translation>
        </message>
        <message>
            <source>名前のない計画</source>
            <translation>Plan without a name</translation>
        </message>
        <message>
            <source>計画を選び、同じところに印をつけると、写す中身がここに出ます。</source>
            <translation>Choose a plan and tick what is the same; what will be copied appears here.</translation>
        </message>
        <message>
            <source>同じところに、印をつけてください。</source>
            <translation>Tick what is the same.</translation>
        </message>
        <message>
            <source>写せるものがありません。どちらも空か、もう記入されています。</source>
            <translation>There is nothing to copy. Both are empty, or all is filled in already.</translation>
        </message>
        <message>
            <source>空の{count}か所に写します。記入してあるところは変えません。</source>
            <translation>{count} empty places will be filled. Nothing that is filled in will be changed.</translation>
        </message>
        <message>
            <source>{count}か所に写しました。同意と約束と確認は写していません。記入に戻って Ctrl+Z で取り消せます。</source>
            <translation>{count} places were filled. Consents, promises and confirmations were not copied. Go back and press Ctrl+Z to undo.</translation>
        </message>
    </context>
    <context>
        <name>CoverPage</name>
        <message>
            <source>いちばん新しい入力が、まだ保存できていません。鍵をかけると消えるので、かくすだけにしています。</source>
            <translation>What was typed last is not saved yet. A lock would lose it, so it is only hidden.</translation>
        </message>
        <message>
            <source>保存できるようになると、ひとりでに保存し、鍵をかけます。それまで電源を切らないでください。</source>
            <translation>As soon as saving works again it is saved and locked by itself. Until then, please do not switch the computer off.</translation>
        </message>
        <message>
            <source>画面をかくしています</source>
            <translation>The screen is hidden</translation>
        </message>
        <message>
            <source>続きを書く(&amp;O)</source>
            <translation>G&amp;o on writing</translation>
        </message>
    </context>
    <context>
        <name>Curtain</name>
        <message>
            <source>この画面には、ほかの計画や家族だけの内容が出ます。いまは出していません。</source>
            <translation>This screen shows other plans or family-only content. It is covered now.</translation>
        </message>
        <message>
            <source>この画面を見せる　F7</source>
            <translation>Show this screen  F7</translation>
        </message>
    </context>
    <context>
        <name>Doorway</name>
        <message>
            <source>まだ、別の画面で開いています。</source>
            <translation>It is still open in another window.</translation>
        </message>
        <message>
            <source>{who}開いています。</source>
            <translation>The data is open {who}.</translation>
        </message>
        <message>
            <source>その画面を閉じてもらってから、もう一度押してください。</source>
            <translation>Have that window closed, then press again.</translation>
        </message>
    </context>
    <context>
        <name>DrillPage</name>
        <message>
            <source>訓練の結果を入れる</source>
            <translation>Enter drill results</translation>
        </message>
        <message>
            <source>前の訓練</source>
            <translation>Earlier drills</translation>
        </message>
        <message>
            <source>計画に入れる時間</source>
            <translation>Times for the plan</translation>
        </message>
        <message>
            <source>困ったこと</source>
            <translation>Problems met</translation>
        </message>
        <message>
            <source>困ったことを、この人のこの日までの宿題にできます。</source>
            <translation>A problem can become a task for this person by this day.</translation>
        </message>
        <message>
            <source>訓練の記録を書く(&amp;R)</source>
            <translation>Write drill &amp;record</translation>
        </message>
        <message>
            <source>計画に入れました。</source>
            <translation>Entered into the plan.</translation>
        </message>
        <message>
            <source>訓練の記録が、まだありません。日と時刻を書くと、ここで計画に入れられます。</source>
            <translation>There is no drill record yet. Write its day and times, and they can be entered into the plan here.</translation>
        </message>
        <message>
            <source>測った時間は、計画のとおりです。入れるものはありません。</source>
            <translation>The measured times are those of the plan. There is nothing to enter.</translation>
        </message>
        <message>
            <source>わかりません（時刻が空いています）</source>
            <translation>Not known (a time is empty)</translation>
        </message>
        <message>
            <source>{minutes}分</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>家を出るまで（準備と積み込み）　{time}</source>
            <translation>Until leaving (preparing and loading)  {time}</translation>
        </message>
        <message>
            <source>移動　{time}</source>
            <translation>Travel  {time}</translation>
        </message>
        <message>
            <source>避難先で、機器が動きませんでした。</source>
            <translation>A device did not work at the destination.</translation>
        </message>
        <message>
            <source>空</source>
            <translation>empty</translation>
        </message>
        <message>
            <source>{n}分</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{place}　いま {now} → {minutes}分</source>
            <translation>{place}  now {now} → {minutes} min</translation>
        </message>
        <message>
            <source>計画より短い時間です。夜や雪でもこの時間でできるときだけ、入れます。</source>
            <translation>This is shorter than planned. Enter it only if it can be done at night and in snow, too.</translation>
        </message>
        <message>
            <source>この道を通ったときだけ、入れます。</source>
            <translation>Enter it only if this route was taken.</translation>
        </message>
        <message>
            <source>{minutes}分を計画に入れる</source>
            <translation>Enter {minutes} min into the plan</translation>
        </message>
        <message>
            <source>計画を変えたところ：{text}</source>
            <translation>Changed in the plan: {text}</translation>
        </message>
        <message>
            <source>✓ 宿題にしました。</source>
            <translation>✓ Made a task.</translation>
        </message>
        <message>
            <source>何を変えるかを宿題にする(&amp;M)</source>
            <translation>&amp;Make a task of what to change</translation>
        </message>
    </context>
    <context>
        <name>DutyTable</name>
        <message>
            <source>いつまで</source>
            <translation>By when</translation>
        </message>
        <message>
            <source>だれが</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>確かめること</source>
            <translation>To find out</translation>
        </message>
        <message>
            <source>計画</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>未定</source>
            <translation>open</translation>
        </message>
        <message>
            <source>（名前はまだありません）</source>
            <translation>(no name yet)</translation>
        </message>
        <message>
            <source>{month}月{day}日</source>
            <translation>{month}/{day}</translation>
        </message>
        <message>
            <source>期限なし</source>
            <translation>no date</translation>
        </message>
        <message>
            <source>{day}　過ぎました</source>
            <translation>{day}  overdue</translation>
        </message>
    </context>
    <context>
        <name>EndCard</name>
        <message>
            <source>変更の記録に書く(&amp;R)</source>
            <translation>Write into &amp;record of changes</translation>
        </message>
        <message>
            <source>版を確定…(&amp;K)</source>
            <translation>Finalise version… (&amp;K)</translation>
        </message>
        <message>
            <source>まだ決めていません</source>
            <translation>Not decided yet</translation>
        </message>
        <message>
            <source>次に見直す日　{day}</source>
            <translation>Next review  {day}</translation>
        </message>
        <message>
            <source>{day}にする(&amp;D)</source>
            <translation>Set to {day} (&amp;D)</translation>
        </message>
        <message>
            <source>終わったら</source>
            <translation>When you have finished</translation>
        </message>
        <message>
            <source>✓ 変更の記録に書きました。</source>
            <translation>✓ Written into the record of changes.</translation>
        </message>
        <message>
            <source>手もとを離れた控えは、ありません。</source>
            <translation>No copies are in other hands.</translation>
        </message>
        <message>
            <source>新しい版にすると古くなる控え　{count}部</source>
            <translation>Copies that a new version makes outdated  {count}</translation>
        </message>
        <message>
            <source>・控え {number}　{to}　{title}</source>
            <translation>• Copy {number}  {to}  {title}</translation>
        </message>
        <message>
            <source>（渡した先の記入なし）</source>
            <translation>(no recipient entered)</translation>
        </message>
        <message>
            <source>・ほか{count}部</source>
            <translation>• {count} more copies</translation>
        </message>
    </context>
    <context>
        <name>ErrorPage</name>
        <message>
            <source>バックアップから元に戻す…(&amp;B)</source>
            <translation>Restore from &amp;backup…</translation>
        </message>
        <message>
            <source>もう一度試す(&amp;R)</source>
            <translation>T&amp;ry again</translation>
        </message>
        <message>
            <source>終了する(&amp;Q)</source>
            <translation>&amp;Quit</translation>
        </message>
    </context>
    <context>
        <name>ExchangePanel</name>
        <message>
            <source>差し替えのお願いを印刷…(&amp;E)</source>
            <translation>Print r&amp;eplacement request…</translation>
        </message>
        <message>
            <source>残っていると、まちがった番号や時間で動いてしまいます。集めたら、ここで記録します。</source>
            <translation>If they stay out, people will act on wrong numbers and times. Record each here once collected.</translation>
        </message>
        <message>
            <source>回収した</source>
            <translation>Collected</translation>
        </message>
        <message>
            <source>処分してもらった</source>
            <translation>Destroyed by them</translation>
        </message>
        <message>
            <source>見つからない</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>控え {number}　{to}　{title}　第{version}版　{day}</source>
            <translation>Copy {number}  {to}  {title}  version {version}  {day}</translation>
        </message>
        <message>
            <source>控え {number}　{to}　{title}　第{version}版　{day}　ご家族の同意がなくなりました</source>
            <translation>Copy {number}  {to}  {title}  version {version}  {day}  the family no longer consents</translation>
        </message>
        <message>
            <source>（渡した先の記入なし）</source>
            <translation>(no recipient entered)</translation>
        </message>
        <message>
            <source>✓ 回収した</source>
            <translation>✓ Collected</translation>
        </message>
        <message>
            <source>✓ 処分してもらった</source>
            <translation>✓ Destroyed by them</translation>
        </message>
        <message>
            <source>？ 見つからない（まだ外にあるものとして残します）</source>
            <translation>? Not found (kept as still out)</translation>
        </message>
        <message>
            <source>集める控えが {count} 部、まだ外にあります</source>
            <translation>{count} copies to collect are still out</translation>
        </message>
        <message>
            <source>集める控えは、すべて片づきました</source>
            <translation>All copies to collect are settled</translation>
        </message>
    </context>
    <context>
        <name>FieldRow</name>
        <message>
            <source>ふつうは {usual} です。入れまちがいでなければ、このままでかまいません。</source>
            <translation>Usually {usual}. If it is no slip, leave it as it is.</translation>
        </message>
        <message>
            <source>必須</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>例　{example}</source>
            <translation>e.g. {example}</translation>
        </message>
        <message>
            <source>ここは選ぶ欄です。数字か矢印で選びます。書いた文字は入っていません。</source>
            <translation>This is a choice: pick with figures or arrows. What you wrote was not taken.</translation>
        </message>
    </context>
    <context>
        <name>FinalPage</name>
        <message>
            <source>紙面を見る　Ctrl+P</source>
            <translation>View papers  Ctrl+P</translation>
        </message>
        <message>
            <source>版を確定</source>
            <translation>Finalise version</translation>
        </message>
        <message>
            <source>計画を閉じる</source>
            <translation>Close plan</translation>
        </message>
        <message>
            <source>気をつけたい点　{count}件</source>
            <translation>Points to note  {count}</translation>
        </message>
        <message>
            <source>まだ記入していない必須の項目　{count}件</source>
            <translation>Required answers still empty  {count}</translation>
        </message>
        <message>
            <source>未確認（宿題）　{count}件</source>
            <translation>Not confirmed (tasks)  {count}</translation>
        </message>
        <message>
            <source>必須</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>推奨</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>✓ 必須の項目はすべて記入されています。</source>
            <translation>✓ All required answers are filled in.</translation>
        </message>
        <message>
            <source>足りない項目があっても、保存や印刷はいつでもできます。</source>
            <translation>You can save and print at any time, even if answers are missing.</translation>
        </message>
        <message>
            <source>ほか{count}件。F8 で順に開きます。</source>
            <translation>{count} more. F8 opens them one by one.</translation>
        </message>
        <message>
            <source>未確認 {count}</source>
            <translation>not confirmed {count}</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>項目の名前の一部を入れます。例　電池</source>
            <translation>Type part of a question’s name, e.g. battery</translation>
        </message>
        <message>
            <source>項目をさがす</source>
            <translation>Find a question</translation>
        </message>
        <message>
            <source>見つかった項目</source>
            <translation>Questions found</translation>
        </message>
        <message>
            <source>さがすのをやめる　Esc</source>
            <translation>Stop searching  Esc</translation>
        </message>
        <message>
            <source>その名前の項目はありません。</source>
            <translation>No question has that name.</translation>
        </message>
    </context>
    <context>
        <name>FoldLine</name>
        <message>
            <source>いまの答えには関係しない項目も出しています。</source>
            <translation>Questions that the present answers make irrelevant are shown, too.</translation>
        </message>
        <message>
            <source>記入があるので出していますが、いまの答えでは紙に載りません：{names}</source>
            <translation>Shown because filled in, but not printed with the present answers: {names}</translation>
        </message>
        <message>
            <source>たたむ</source>
            <translation>Fold away</translation>
        </message>
        <message>
            <source>出して見る</source>
            <translation>Show</translation>
        </message>
    </context>
    <context>
        <name>ForeignAnswers</name>
        <message>
            <source>別の様式パックで書いた答えです。計画に残っていますが、いまの様式では紙に載りません。</source>
            <translation>Answers to another forms pack. They stay in the plan but are not printed with the forms in use.</translation>
        </message>
    </context>
    <context>
        <name>GrowingPage</name>
        <message>
            <source>「{say}」</source>
            <translation>“{say}”</translation>
        </message>
    </context>
    <context>
        <name>HeadBar</name>
        <message>
            <source>紙面を見る　Ctrl+P</source>
            <translation>View papers  Ctrl+P</translation>
        </message>
        <message>
            <source>版を確定</source>
            <translation>Finalise version</translation>
        </message>
        <message>
            <source>計画 {number}</source>
            <translation>Plan {number}</translation>
        </message>
        <message>
            <source>（番号なし）</source>
            <translation>(no number)</translation>
        </message>
        <message>
            <source>（氏名が未記入）</source>
            <translation>(name missing)</translation>
        </message>
        <message>
            <source>{age}歳</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>必須</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>推奨</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>古い確認 {count}</source>
            <translation>Old confirmations {count}</translation>
        </message>
    </context>
    <context>
        <name>HereCard</name>
        <message>
            <source>別の日の会議は、「会議と同意」のページの「会議の記録」に書きます。</source>
            <translation>A meeting on another day is written under “Record of meetings” on the page “Meeting and consent”.</translation>
        </message>
        <message>
            <source>会議をはじめる(&amp;M)</source>
            <translation>Start &amp;meeting</translation>
        </message>
        <message>
            <source>前回の全員がいる(&amp;D)</source>
            <translation>Everyone from last time is here (&amp;D)</translation>
        </message>
        <message>
            <source>ほかの人を書き足す(&amp;O)</source>
            <translation>Add &amp;others</translation>
        </message>
        <message>
            <source>✓ きょうの会議を記録に加えました。ここにいる人 {count}人</source>
            <translation>✓ Today’s meeting was added to the record. {count} people are here</translation>
        </message>
        <message>
            <source>きょうの会議　{day}</source>
            <translation>Today’s meeting  {day}</translation>
        </message>
        <message>
            <source>場所</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>場所(&amp;W)</source>
            <translation>Place (&amp;W)</translation>
        </message>
        <message>
            <source>ここにいる人（スペースで選ぶ）</source>
            <translation>Who is here (choose with space)</translation>
        </message>
    </context>
    <context>
        <name>HomeworkCard</name>
        <message>
            <source>期限のないもの・過ぎたものを、次回までにする(&amp;U)</source>
            <translation>Move &amp;undated and overdue ones to the next meeting</translation>
        </message>
        <message>
            <source>宿題　{count}件</source>
            <translation>Tasks  {count}</translation>
        </message>
        <message>
            <source>人か日の決まっていないもの　{count}件</source>
            <translation>Without person or day  {count}</translation>
        </message>
        <message>
            <source>人か日の決まっていないもの　{count}件　次回は {day}</source>
            <translation>Without person or day  {count}   Next meeting {day}</translation>
        </message>
    </context>
    <context>
        <name>HomeworkRow</name>
        <message>
            <source>期限を過ぎました</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>だれが</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>いつまでに</source>
            <translation>By when</translation>
        </message>
        <message>
            <source>11/30</source>
            <translation>11/30</translation>
        </message>
        <message>
            <source>例　{day}</source>
            <translation>e.g. {day}</translation>
        </message>
    </context>
    <context>
        <name>HoursChoice</name>
        <message>
            <source>{hours} 時間</source>
            <translation>{hours} hours</translation>
        </message>
        <message>
            <source>計画停電の長さ</source>
            <translation>Length of the planned outage</translation>
        </message>
    </context>
    <context>
        <name>ImageEditor</name>
        <message>
            <source>画像を選ぶ</source>
            <translation>Choose a picture</translation>
        </message>
        <message>
            <source>貼り付ける</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>左に回す</source>
            <translation>Turn left</translation>
        </message>
        <message>
            <source>右に回す</source>
            <translation>Turn right</translation>
        </message>
        <message>
            <source>画像を消す</source>
            <translation>Remove picture</translation>
        </message>
        <message>
            <source>切り抜く・道すじをかく…</source>
            <translation>Crop or draw the way…</translation>
        </message>
        <message>
            <source>切り抜く…</source>
            <translation>Crop…</translation>
        </message>
        <message>
            <source>画像のファイルをここに落とすか、コピーして Ctrl+V でも入れられます。</source>
            <translation>You can also drop a picture file here, or copy one and press Ctrl+V.</translation>
        </message>
        <message>
            <source>貼り付けられる画像がありません。画像をコピーしてから、もう一度押してください。</source>
            <translation>There is no picture to paste. Copy a picture and press again.</translation>
        </message>
    </context>
    <context>
        <name>InterviewPage</name>
        <message>
            <source>目次</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>この欄は、かくしていません。かくした欄に移ってから F7 を押してください。</source>
            <translation>This field is not covered. Go to a covered field, then press F7.</translation>
        </message>
        <message>
            <source>必須の項目はすべて記入されています。</source>
            <translation>All required answers are filled in.</translation>
        </message>
        <message>
            <source>未確認の項目も、確認が古くなった項目もありません。</source>
            <translation>There are no answers “not confirmed” and no old confirmations.</translation>
        </message>
    </context>
    <context>
        <name>KeysBox</name>
        <message>
            <source>キーの一覧</source>
            <translation>List of keys</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
    </context>
    <context>
        <name>LeafletBox</name>
        <message>
            <source>家族に渡す案内</source>
            <translation>The leaflet for families</translation>
        </message>
        <message>
            <source>この道具で何を作り、何に使うのかを、ご家族に伝える1枚です。どの計画の内容も載りません。</source>
            <translation>One page that tells a family what is made with this tool and what it is for. Nothing of any plan stands on it.</translation>
        </message>
        <message>
            <source>案内を保存する場所を選んでください</source>
            <translation>Choose where to save the leaflet</translation>
        </message>
        <message>
            <source>家族に渡す案内.pdf</source>
            <translation>Leaflet for families.pdf</translation>
        </message>
    </context>
    <context>
        <name>LedgerBox</name>
        <message>
            <source>一覧で選んだ計画 {number} だけ(&amp;P)</source>
            <translation>Only &amp;plan {number}, chosen in the list</translation>
        </message>
        <message>
            <source>台帳をCSVに書き出します</source>
            <translation>Write the ledger as CSV</translation>
        </message>
        <message>
            <source>これから台帳に残す、あなたの名前(&amp;W)</source>
            <translation>Your name, to be kept in the ledger from no&amp;w on</translation>
        </message>
        <message>
            <source>置く場所を選ぶ…(&amp;O)</source>
            <translation>Ch&amp;oose a place…</translation>
        </message>
        <message>
            <source>いつ、だれが、どの計画に何をしたか（台帳）と、どの紙をだれに渡したか（控え台帳）の2つのファイルです。計画の中身は入りませんが、渡した先の名前は入ります。ファイルは暗号になりません。</source>
            <translation>Two files: who did what to which plan and when (the ledger), and which paper went to whom (the register of copies). They hold nothing of the plans, but the names of recipients. The files are not encrypted.</translation>
        </message>
        <message>
            <source>バックアップと、前に書き出した台帳を見くらべてください。</source>
            <translation>Compare a backup with a ledger written earlier.</translation>
        </message>
        <message>
            <source>台帳の {rows} 行すべてのつながりを確かめました。</source>
            <translation>All {rows} rows of the ledger were checked; the chain is whole.</translation>
        </message>
    </context>
    <context>
        <name>LicencesBox</name>
        <message>
            <source>使っている部品とライセンス</source>
            <translation>Parts used and their licences</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>ソースから動かしているので、部品は含まれていません。
一覧は、配布用にまとめたものに入っています。</source>
            <translation>The app runs from its source, so no parts are included.
The list is in the packaged app.</translation>
        </message>
    </context>
    <context>
        <name>LineCard</name>
        <message>
            <source>（この行はありません）</source>
            <translation>(there is no such row)</translation>
        </message>
        <message>
            <source>（空欄）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>別の画像です。</source>
            <translation>It is another picture.</translation>
        </message>
        <message>
            <source>名前は同じですが、「人」の行とのつながりがちがいます。</source>
            <translation>The name is the same, but its link to a row of people differs.</translation>
        </message>
        <message>
            <source>見た目は同じですが、文字か空白がちがいます。</source>
            <translation>It looks the same, but letters or spaces differ.</translation>
        </message>
    </context>
    <context>
        <name>LinesPanel</name>
        <message>
            <source>あと {n} か所を見る(&amp;N)</source>
            <translation>Show {n} more (&amp;N)</translation>
        </message>
        <message>
            <source>{title}（{n} か所）</source>
            <translation>{title} ({n} places)</translation>
        </message>
        <message>
            <source>この章を{version}に戻す…</source>
            <translation>Restore this section from {version}…</translation>
        </message>
        <message>
            <source>{version}の値に戻す…</source>
            <translation>Restore the value of {version}…</translation>
        </message>
        <message>
            <source>{version}のとおり、なくす…</source>
            <translation>Remove it, as in {version}…</translation>
        </message>
        <message>
            <source>{version}の行を戻す…</source>
            <translation>Restore the row of {version}…</translation>
        </message>
        <message>
            <source>{version}の順番に戻す…</source>
            <translation>Restore the order of {version}…</translation>
        </message>
    </context>
    <context>
        <name>LockingBox</name>
        <message>
            <source>{n}分</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>ウィンドウを最小化したら、すぐに鍵をかける(&amp;M)</source>
            <translation>Lock at once when the window is &amp;minimised</translation>
        </message>
        <message>
            <source>ひとりでに鍵をかける</source>
            <translation>Automatic lock</translation>
        </message>
        <message>
            <source>席を離れても、計画が画面に残りません。入力した内容は、先に保存します。</source>
            <translation>When you leave your desk, no plan stays on the screen. What you entered is saved first.</translation>
        </message>
        <message>
            <source>何も操作しないで鍵がかかるまで(&amp;T)</source>
            <translation>Minu&amp;tes without input until it locks</translation>
        </message>
        <message>
            <source>これにする(&amp;O)</source>
            <translation>Set (&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>ManualBox</name>
        <message>
            <source>手引きの中をさがす</source>
            <translation>Search the manual</translation>
        </message>
        <message>
            <source>手引きの中の言葉</source>
            <translation>Words in the manual</translation>
        </message>
        <message>
            <source>目次(&amp;M)</source>
            <translation>Contents (&amp;M)</translation>
        </message>
        <message>
            <source>戻る(&amp;B)</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>進む(&amp;W)</source>
            <translation>For&amp;ward</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>さがす(&amp;F)</source>
            <translation>&amp;Find</translation>
        </message>
        <message>
            <source>「{words}」は、手引きにありません。</source>
            <translation>“{words}” is not in the manual.</translation>
        </message>
    </context>
    <context>
        <name>ManualPane</name>
        <message>
            <source>手引き</source>
            <translation>Manual</translation>
        </message>
    </context>
    <context>
        <name>MeetingEndPage</name>
        <message>
            <source>記録を印刷…(&amp;O)</source>
            <translation>Print minutes… (&amp;O)</translation>
        </message>
        <message>
            <source>記録をPDFに保存…(&amp;D)</source>
            <translation>Save minutes as P&amp;DF…</translation>
        </message>
        <message>
            <source>版を確定…(&amp;K)</source>
            <translation>Finalise version… (&amp;K)</translation>
        </message>
        <message>
            <source>きょうの会議をはじめる(&amp;M)</source>
            <translation>Start today’s &amp;meeting</translation>
        </message>
        <message>
            <source>会議をおわる</source>
            <translation>Meeting end</translation>
        </message>
        <message>
            <source>会議の記録を、印刷に送りました。</source>
            <translation>The minutes were sent to the printer.</translation>
        </message>
        <message>
            <source>会議の記録を保存する場所を選んでください</source>
            <translation>Choose where to save the minutes</translation>
        </message>
        <message>
            <source>会議の記録を保存しました。</source>
            <translation>The minutes were saved.</translation>
        </message>
        <message>
            <source>家族と、会議に出た人のほかには渡さないでください。</source>
            <translation>Give them only to the family and to those who were at the meeting.</translation>
        </message>
        <message>
            <source>まだ危険なこと　{count}件</source>
            <translation>Still dangerous  {count}</translation>
        </message>
        <message>
            <source>ほか{count}件を見る</source>
            <translation>Show {count} more</translation>
        </message>
        <message>
            <source>まだ会議の記録がありません</source>
            <translation>There is no record of a meeting yet</translation>
        </message>
        <message>
            <source>第{number}回の会議　{day}　{place}</source>
            <translation>Meeting {number}  {day}  {place}</translation>
        </message>
        <message>
            <source>会議をはじめると、決まったこと・宿題・次回をここに書けます。</source>
            <translation>Start a meeting to write decisions, tasks and the next date here.</translation>
        </message>
    </context>
    <context>
        <name>MeetingStartPage</name>
        <message>
            <source>会議をおわる…(&amp;E)</source>
            <translation>&amp;End meeting…</translation>
        </message>
        <message>
            <source>会議をはじめる</source>
            <translation>Meeting start</translation>
        </message>
        <message>
            <source>前回から、待っていることはありません。</source>
            <translation>Nothing is waiting from last time.</translation>
        </message>
        <message>
            <source>宿題　{count}件（期限切れ {late}件）</source>
            <translation>Tasks  {count} ({late} overdue)</translation>
        </message>
        <message>
            <source>宿題　{count}件</source>
            <translation>Tasks  {count}</translation>
        </message>
        <message>
            <source>ほか{count}件を見る</source>
            <translation>Show {count} more</translation>
        </message>
        <message>
            <source>見直し</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>危険なこと　{count}件</source>
            <translation>Dangers  {count}</translation>
        </message>
        <message>
            <source>確認が古くなったこと　{count}件</source>
            <translation>Old confirmations  {count}</translation>
        </message>
        <message>
            <source>ほか{count}件。F9 で順に開きます。</source>
            <translation>{count} more. F9 opens them one by one.</translation>
        </message>
        <message>
            <source>だれが確かめるか未定</source>
            <translation>nobody yet to find out</translation>
        </message>
        <message>
            <source>{day}まで</source>
            <translation>by {day}</translation>
        </message>
        <message>
            <source>期限なし</source>
            <translation>no date</translation>
        </message>
        <message>
            <source>期限を過ぎました</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>計画の見直しの期限（{day}）を過ぎています。</source>
            <translation>The plan’s review was due on {day}.</translation>
        </message>
        <message>
            <source>{day}に{who}と確認</source>
            <translation>confirmed with {who} on {day}</translation>
        </message>
        <message>
            <source>{day}に確認</source>
            <translation>confirmed on {day}</translation>
        </message>
        <message>
            <source>第{number}版（{day}）から変わったこと　{count}件</source>
            <translation>Changes since version {number} ({day})  {count}</translation>
        </message>
        <message>
            <source>ほか{count}件を、版の一覧で見る</source>
            <translation>See {count} more in the list of versions</translation>
        </message>
        <message>
            <source>（なし）</source>
            <translation>(none)</translation>
        </message>
    </context>
    <context>
        <name>News</name>
        <message>
            <source>読むだけで開いています。{who}開いています。ここでは何も変えられません。確定した版は印刷できますが、控えの番号は付かず、記録にも残りません。</source>
            <translation>Open for reading only. The data is open {who}. Nothing can be changed here. Finalised versions can be printed, but copies get no number and are not recorded.</translation>
        </message>
        <message>
            <source>編集できるようにする(&amp;Y)</source>
            <translation>Let me edit (&amp;Y)</translation>
        </message>
        <message>
            <source>{month}月{day}日 {hour}時{minute:02}分</source>
            <translation>{month}/{day} {hour}:{minute:02}</translation>
        </message>
        <message>
            <source>{plan}　前回開いたときの内容に戻しました。{until}までの入力（{places}か所）も、まだ残してあります。</source>
            <translation>{plan}  The content from the last opening was restored. What was entered until {until} ({places} places) is kept, too.</translation>
        </message>
        <message>
            <source>途中までの入力に戻す(&amp;U)</source>
            <translation>Restore what was entered (&amp;U)</translation>
        </message>
        <message>
            <source>もう要らない(&amp;K)</source>
            <translation>No longer needed (&amp;K)</translation>
        </message>
        <message>
            <source>{plan}　前回は途中で終わりました。{until}までの入力が残っています（{places}か所）。</source>
            <translation>{plan}  The app ended unexpectedly. What was entered until {until} is kept ({places} places).</translation>
        </message>
        <message>
            <source>前回開いたときの内容に戻す(&amp;U)</source>
            <translation>Restore the content from the last opening (&amp;U)</translation>
        </message>
        <message>
            <source>このまま使う(&amp;K)</source>
            <translation>&amp;Keep it as it is</translation>
        </message>
        <message>
            <source>名前のない計画</source>
            <translation>Plan without a name</translation>
        </message>
        <message>
            <source>復旧シートがまだ紙になっていません。パスフレーズを忘れると、計画を開けなくなります。前に表示した復旧コードはもう表示できないので、新しく作ってください。</source>
            <translation>The recovery sheet is not on paper yet. If the passphrase is forgotten, the plans cannot be opened. The code shown earlier cannot be shown again, so make a new one.</translation>
        </message>
        <message>
            <source>新しい復旧コードを作る…(&amp;R)</source>
            <translation>Make new &amp;recovery code…</translation>
        </message>
        <message>
            <source>あとで(&amp;L)</source>
            <translation>&amp;Later</translation>
        </message>
    </context>
    <context>
        <name>OccasionFields</name>
        <message>
            <source>例：母、訪問看護の相馬さん</source>
            <translation>e.g. mother, visiting nurse Soma</translation>
        </message>
        <message>
            <source>いた人が空です。だれもいなかったときは、もう一度 Enter を押してください。</source>
            <translation>Nobody is entered. If nobody was there, press Enter once more.</translation>
        </message>
        <message>
            <source>まだ来ていない日です。話し合った日を入れてください。</source>
            <translation>This day has not come yet. Enter the day of the discussion.</translation>
        </message>
        <message>
            <source>どんな場で決めましたか</source>
            <translation>How was it decided?</translation>
        </message>
        <message>
            <source>話し合った日(&amp;D)</source>
            <translation>&amp;Day of the discussion</translation>
        </message>
        <message>
            <source>いた人・電話の相手(&amp;P)</source>
            <translation>Who was there or on the &amp;phone</translation>
        </message>
    </context>
    <context>
        <name>OfferBox</name>
        <message>
            <source>次に始めたときから、この様式にしますか。</source>
            <translation>Use these forms from the next start?</translation>
        </message>
        <message>
            <source>作ったところが知らせた番号（SHA-256）と、全部同じか見くらべてください。違えば使わないでください。</source>
            <translation>Compare every character with the number (SHA-256) told by its makers. Do not use it if they differ.</translation>
        </message>
        <message>
            <source>変わるところ　{count}</source>
            <translation>Changes  {count}</translation>
        </message>
        <message>
            <source>変わるところはありません。</source>
            <translation>Nothing changes.</translation>
        </message>
        <message>
            <source>次から使う(&amp;U)</source>
            <translation>&amp;Use from next start</translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>次のページ：{title}　Ctrl+PgDown</source>
            <translation>Next page: {title}  Ctrl+PgDown</translation>
        </message>
    </context>
    <context>
        <name>PaperBox</name>
        <message>
            <source>{name} を保存しました。</source>
            <translation>{name} was saved.</translation>
        </message>
        <message>
            <source>印刷に送りました。</source>
            <translation>Sent to the printer.</translation>
        </message>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。</source>
            <translation>The printer cannot be reached.</translation>
        </message>
        <message>
            <source>プリンターの電源とつなぎ目を確かめるか、「PDFに保存する」で保存してください。</source>
            <translation>Check the printer’s power and cable, or use “Save as PDF”.</translation>
        </message>
        <message>
            <source>PDFに保存する…(&amp;S)</source>
            <translation>&amp;Save as PDF…</translation>
        </message>
        <message>
            <source>印刷する…(&amp;P)</source>
            <translation>&amp;Print…</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
    </context>
    <context>
        <name>PaperColumn</name>
        <message>
            <source>{page} / {count} ページ</source>
            <translation>Page {page} of {count}</translation>
        </message>
    </context>
    <context>
        <name>PaperOut</name>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。</source>
            <translation>The printer cannot be reached.</translation>
        </message>
        <message>
            <source>プリンターの電源と接続を確かめて、もう一度押してください。</source>
            <translation>Check the printer’s power and cable, then press again.</translation>
        </message>
    </context>
    <context>
        <name>PaperView</name>
        <message>
            <source>記入する場所へ行く</source>
            <translation>Go to the field</translation>
        </message>
    </context>
    <context>
        <name>PassphraseField</name>
        <message>
            <source>全角の文字が入っています。日本語入力がオンなら、オフにしてください。</source>
            <translation>There are full-width letters. If Japanese input is on, turn it off.</translation>
        </message>
        <message>
            <source>Caps Lock がオンかもしれません。大文字と小文字は区別します。</source>
            <translation>Caps Lock may be on. Capital and small letters differ.</translation>
        </message>
    </context>
    <context>
        <name>PassphraseFields</name>
        <message>
            <source>新しいパスフレーズ</source>
            <translation>New passphrase</translation>
        </message>
        <message>
            <source>パスフレーズ</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>パスフレーズを画面に表示する(&amp;S)</source>
            <translation>&amp;Show the passphrase</translation>
        </message>
        <message>
            <source>パスフレーズをもう一度</source>
            <translation>Passphrase again</translation>
        </message>
        <message>
            <source>パスフレーズが入力されていません。</source>
            <translation>No passphrase was entered.</translation>
        </message>
        <message>
            <source>2つのパスフレーズが違います。</source>
            <translation>The two passphrases differ.</translation>
        </message>
        <message>
            <source>打ちまちがえたまま決めると、思ったパスフレーズでは開けなくなります。</source>
            <translation>If it is set with a slip, the passphrase you mean will not open it.</translation>
        </message>
        <message>
            <source>下の欄に、もう一度入れてください。</source>
            <translation>Enter it once more in the field below.</translation>
        </message>
        <message>
            <source>パスフレーズは {count} 文字以上にしてください。</source>
            <translation>The passphrase needs at least {count} characters.</translation>
        </message>
        <message>
            <source>新しいパスフレーズ(&amp;P)</source>
            <translation>New &amp;passphrase</translation>
        </message>
        <message>
            <source>パスフレーズ(&amp;P)</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>もう一度、同じパスフレーズ(&amp;A)</source>
            <translation>The same passphrase &amp;again</translation>
        </message>
    </context>
    <context>
        <name>PasswordFields</name>
        <message>
            <source>パスワードを画面に表示する(&amp;S)</source>
            <translation>&amp;Show the password</translation>
        </message>
        <message>
            <source>パスワード</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>パスワードをもう一度</source>
            <translation>Password again</translation>
        </message>
        <message>
            <source>パスワード(&amp;P)</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>もう一度、同じパスワード(&amp;A)</source>
            <translation>The same password &amp;again</translation>
        </message>
        <message>
            <source>パスワードは同じメールで送らず、電話などで伝えます。忘れると、PDFは開けません。</source>
            <translation>Do not send the password in the same e-mail; tell it by phone. Without it the PDF cannot be opened.</translation>
        </message>
        <message>
            <source>2つのパスワードが違います。</source>
            <translation>The two passwords differ.</translation>
        </message>
        <message>
            <source>打ちまちがえたままだと、受け取った人が開けません。</source>
            <translation>With a slip in it, the recipient cannot open the file.</translation>
        </message>
        <message>
            <source>下の欄に入れ直してください。</source>
            <translation>Enter it again in the field below.</translation>
        </message>
        <message>
            <source>パスワードは {count} 文字以上にしてください。</source>
            <translation>The password needs at least {count} characters.</translation>
        </message>
    </context>
    <context>
        <name>PdfPane</name>
        <message>
            <source>紙面、{count}ページ</source>
            <translation>Paper, {count} pages</translation>
        </message>
    </context>
    <context>
        <name>PeopleEditor</name>
        <message>
            <source>選ぶ</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>{label}を選ぶ</source>
            <translation>Choose {label}</translation>
        </message>
    </context>
    <context>
        <name>PictureBox</name>
        <message>
            <source>ひとつ戻しました。</source>
            <translation>Undid one step.</translation>
        </message>
        <message>
            <source>変えたことを捨てる(&amp;D)</source>
            <translation>&amp;Discard the changes</translation>
        </message>
        <message>
            <source>続ける(&amp;C)</source>
            <translation>Go on (&amp;C)</translation>
        </message>
        <message>
            <source>この画像に加えた変更を捨てますか。</source>
            <translation>Discard the changes to this picture?</translation>
        </message>
        <message>
            <source>もとの画像はそのまま残ります。</source>
            <translation>The original picture stays as it is.</translation>
        </message>
        <message>
            <source>残したい所を、マウスで囲みます。キーボードでは、Shift+矢印で右下の角、Ctrl+矢印で左上の角、矢印で枠の全体が動きます。</source>
            <translation>Frame what to keep with the mouse. By keyboard: Shift+arrows move the lower right corner, Ctrl+arrows the upper left corner, arrows the whole frame.</translation>
        </message>
        <message>
            <source>家から順に、曲がり角をクリックします。最後の点が着く所（矢印）になります。キーボードでは、矢印で十字を動かし（Shiftで大きく）、Enterで点を置き、Backspaceで最後の点を消します。</source>
            <translation>Click the corners in order, starting at home. The last point is the destination (arrow). By keyboard: arrows move the cross (Shift: further), Enter sets a point, Backspace removes the last one.</translation>
        </message>
        <message>
            <source>家の印を置きました。</source>
            <translation>The mark of the home was set.</translation>
        </message>
        <message>
            <source>枠は、画像の幅の {part} %、高さの {high} % です。</source>
            <translation>The frame is {part} % of the width and {high} % of the height.</translation>
        </message>
        <message>
            <source>道すじの点は {count} 個です。</source>
            <translation>The way has {count} points.</translation>
        </message>
        <message>
            <source>道すじの点はありません。</source>
            <translation>The way has no points.</translation>
        </message>
        <message>
            <source>切り抜く(&amp;X)</source>
            <translation>Crop (&amp;X)</translation>
        </message>
        <message>
            <source>道すじをかく(&amp;W)</source>
            <translation>Draw the &amp;way</translation>
        </message>
        <message>
            <source>左に回す(&amp;L)</source>
            <translation>Turn &amp;left</translation>
        </message>
        <message>
            <source>右に回す(&amp;R)</source>
            <translation>Turn &amp;right</translation>
        </message>
        <message>
            <source>元に戻す(&amp;Z)</source>
            <translation>Undo (&amp;Z)</translation>
        </message>
        <message>
            <source>この画像にする(&amp;O)</source>
            <translation>Use this picture (&amp;O)</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>PlanListPage</name>
        <message>
            <source>しまった計画も表示する(&amp;T)</source>
            <translation>Show archived plans, &amp;too</translation>
        </message>
        <message>
            <source>計画を複製しました。</source>
            <translation>The plan was duplicated.</translation>
        </message>
        <message>
            <source>一覧で選ばれているのが写しです。開いて、計画番号と名前を書きかえてください。</source>
            <translation>The copy is selected in the list. Open it and change plan number and name.</translation>
        </message>
        <message>
            <source>計画を一覧に戻しました。</source>
            <translation>The plan is back in the list.</translation>
        </message>
        <message>
            <source>計画をしまいました。中身は残っています。「しまった計画も表示する」で見られます。</source>
            <translation>The plan was archived. Nothing of it is lost; see “Show archived plans, too”.</translation>
        </message>
        <message>
            <source>ファイルの計画を取り込みました。一覧で選ばれています。</source>
            <translation>The plan was imported from the file and is selected in the list.</translation>
        </message>
        <message>
            <source>計画</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>計画を書き出す場所を選んでください</source>
            <translation>Choose where to write the plan</translation>
        </message>
        <message>
            <source>計画を書き出しました。</source>
            <translation>The plan was written.</translation>
        </message>
        <message>
            <source>このファイルは暗号になっていません。用がすんだら消してください。</source>
            <translation>This file is not encrypted. Delete it when you no longer need it.</translation>
        </message>
        <message>
            <source>ファイルは暗号になっていません。渡したら消してください。</source>
            <translation>The file is not encrypted. Delete it once handed over.</translation>
        </message>
        <message>
            <source>計画の一覧</source>
            <translation>List of plans</translation>
        </message>
        <message>
            <source>新しい計画 Ctrl+N</source>
            <translation>New plan  Ctrl+N</translation>
        </message>
        <message>
            <source>名前・ふりがな・計画番号でさがす</source>
            <translation>Find by name, reading or plan number</translation>
        </message>
        <message>
            <source>計画をさがす</source>
            <translation>Find a plan</translation>
        </message>
        <message>
            <source>打つたびに一覧がしぼられます。Enter で開きます。</source>
            <translation>The list narrows as you type. Enter opens a plan.</translation>
        </message>
        <message>
            <source>開く Enter</source>
            <translation>Open  Enter</translation>
        </message>
        <message>
            <source>複製(&amp;D)</source>
            <translation>&amp;Duplicate</translation>
        </message>
        <message>
            <source>しまう(&amp;A)</source>
            <translation>&amp;Archive</translation>
        </message>
        <message>
            <source>ファイルに書き出す…(&amp;E)</source>
            <translation>Writ&amp;e to file…</translation>
        </message>
        <message>
            <source>ファイルから取り込む…(&amp;I)</source>
            <translation>&amp;Import from file…</translation>
        </message>
        <message>
            <source>一覧に戻す(&amp;A)</source>
            <translation>B&amp;ack to the list</translation>
        </message>
        <message>
            <source>{count}件</source>
            <translation>{count} entries</translation>
        </message>
        <message>
            <source>見つかりません。別の名前や番号でさがしてください。</source>
            <translation>Nothing found. Try another name or number.</translation>
        </message>
        <message>
            <source>まだ計画がありません。「新しい計画」（Ctrl+N）から始めます。</source>
            <translation>There are no plans yet. Begin with “New plan” (Ctrl+N).</translation>
        </message>
    </context>
    <context>
        <name>PlanTable</name>
        <message>
            <source>名前</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>ふりがな</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>計画番号</source>
            <translation>Plan number</translation>
        </message>
        <message>
            <source>最後に変えた日</source>
            <translation>Last changed</translation>
        </message>
        <message>
            <source>状態</source>
            <translation>State</translation>
        </message>
        <message>
            <source>（名前はまだありません）</source>
            <translation>(no name yet)</translation>
        </message>
        <message>
            <source>今日 {clock}</source>
            <translation>today {clock}</translation>
        </message>
        <message>
            <source>昨日 {clock}</source>
            <translation>yesterday {clock}</translation>
        </message>
        <message>
            <source>しまってあります</source>
            <translation>archived</translation>
        </message>
        <message>
            <source>下書き</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>第{number}版まで確定</source>
            <translation>finalised up to version {number}</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message>
            <source>計画の一覧</source>
            <translation>List of plans</translation>
        </message>
    </context>
    <context>
        <name>PreviewFoot</name>
        <message>
            <source>記入に戻る Esc</source>
            <translation>Back to the interview  Esc</translation>
        </message>
        <message>
            <source>PDFに保存… Ctrl+S</source>
            <translation>Save as PDF…  Ctrl+S</translation>
        </message>
        <message>
            <source>一式を印刷…(&amp;T)</source>
            <translation>Prin&amp;t whole set…</translation>
        </message>
        <message>
            <source>印刷… Ctrl+P</source>
            <translation>Print…  Ctrl+P</translation>
        </message>
        <message>
            <source>前へ(&amp;A)</source>
            <translation>Previous (&amp;A)</translation>
        </message>
        <message>
            <source>次へ(&amp;N)</source>
            <translation>&amp;Next</translation>
        </message>
        <message>
            <source>大きく(&amp;L)</source>
            <translation>&amp;Larger</translation>
        </message>
        <message>
            <source>小さく(&amp;M)</source>
            <translation>S&amp;maller</translation>
        </message>
        <message>
            <source>全体(&amp;W)</source>
            <translation>&amp;Whole page</translation>
        </message>
        <message>
            <source>例：市の福祉課</source>
            <translation>e.g. city welfare section</translation>
        </message>
        <message>
            <source>控えに印刷し、だれに渡したかを記録します。</source>
            <translation>Printed on the copy and recorded as who received it.</translation>
        </message>
        <message>
            <source>渡す先(&amp;R)</source>
            <translation>&amp;Recipient</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>記入する場所へ行く(&amp;G)</source>
            <translation>&amp;Go to the field</translation>
        </message>
        <message>
            <source>並べて見る Ctrl+B</source>
            <translation>Side by side  Ctrl+B</translation>
        </message>
        <message>
            <source>1つずつ見る Ctrl+B</source>
            <translation>One at a time  Ctrl+B</translation>
        </message>
        <message>
            <source>PDFを保存する場所を選んでください</source>
            <translation>Choose where to save the PDF</translation>
        </message>
        <message>
            <source>{name} を保存しました。</source>
            <translation>{name} was saved.</translation>
        </message>
        <message>
            <source>印刷に送りました。</source>
            <translation>Sent to the printer.</translation>
        </message>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。</source>
            <translation>The printer cannot be reached.</translation>
        </message>
        <message>
            <source>プリンターの電源と接続を確かめるか、「PDFに保存」で保存してください。</source>
            <translation>Check the printer’s power and cable, or use “Save as PDF”.</translation>
        </message>
        <message>
            <source>災害時の特例で渡す…(&amp;D)</source>
            <translation>Hand over by &amp;disaster exception…</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>パスワードは同じメールで送らず、電話などで伝えてください。</source>
            <translation>Do not send the password in the same e-mail; tell it by phone.</translation>
        </message>
        <message>
            <source>PDFは暗号になっていません。渡したあとは、このパソコンから消してください。</source>
            <translation>The PDF is not encrypted. Delete it from this computer after handing it over.</translation>
        </message>
        <message>
            <source>紙の種類</source>
            <translation>Kind of paper</translation>
        </message>
        <message>
            <source>下書きです。渡す前に版を確定してください。</source>
            <translation>This is a draft. Finalise a version before handing it over.</translation>
        </message>
        <message>
            <source>第{n}版です。</source>
            <translation>This is version {n}.</translation>
        </message>
        <message>
            <source>版を確定…</source>
            <translation>Finalise version…</translation>
        </message>
    </context>
    <context>
        <name>PrintBox</name>
        <message>
            <source>両面（長い辺でとじる）</source>
            <translation>Both sides (bound on the long edge)</translation>
        </message>
        <message>
            <source>片面</source>
            <translation>One side</translation>
        </message>
        <message>
            <source>カラー</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>白黒</source>
            <translation>Black and white</translation>
        </message>
        <message>
            <source>プリンターが見つかりません。つないで電源を入れてから、開き直してください。</source>
            <translation>No printer was found. Connect it, switch it on, and open this again.</translation>
        </message>
        <message>
            <source>このプリンターは両面に印刷できません。</source>
            <translation>This printer cannot print on both sides.</translation>
        </message>
        <message>
            <source>このプリンターは白黒です。紙面は白黒でも読めます。</source>
            <translation>This printer is black and white. The papers can be read that way, too.</translation>
        </message>
        <message>
            <source>印刷します</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>A4に、実際の大きさ（100%）で印刷します。プリンターの「用紙に合わせる」は使いません。</source>
            <translation>Printed on A4 at actual size (100 %). Do not use the printer’s “fit to page”.</translation>
        </message>
        <message>
            <source>プリンター(&amp;N)</source>
            <translation>Pri&amp;nter</translation>
        </message>
        <message>
            <source>面(&amp;S)</source>
            <translation>&amp;Sides</translation>
        </message>
        <message>
            <source>色(&amp;I)</source>
            <translation>Colour (&amp;I)</translation>
        </message>
        <message>
            <source>ページ(&amp;G)</source>
            <translation>Pa&amp;ges</translation>
        </message>
        <message>
            <source>部数(&amp;K)</source>
            <translation>Copies (&amp;K)</translation>
        </message>
        <message>
            <source>最初のページ</source>
            <translation>First page</translation>
        </message>
        <message>
            <source>最後のページ</source>
            <translation>Last page</translation>
        </message>
        <message>
            <source>から</source>
            <translation>to</translation>
        </message>
        <message>
            <source>まで</source>
            <translation>inclusive</translation>
        </message>
        <message>
            <source>プリンターの設定画面…(&amp;D)</source>
            <translation>Printer settings… (&amp;D)</translation>
        </message>
        <message>
            <source>印刷する(&amp;O)</source>
            <translation>Print (&amp;O)</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>PrintSetPage</name>
        <message>
            <source>印刷する…(&amp;O)</source>
            <translation>Print… (&amp;O)</translation>
        </message>
        <message>
            <source>PDFをフォルダーに保存…(&amp;D)</source>
            <translation>Save P&amp;DFs to folder…</translation>
        </message>
        <message>
            <source>続きから(&amp;N)</source>
            <translation>Go o&amp;n</translation>
        </message>
        <message>
            <source>止める(&amp;T)</source>
            <translation>S&amp;top</translation>
        </message>
        <message>
            <source>PDFを置くフォルダーを選んでください</source>
            <translation>Choose a folder for the PDFs</translation>
        </message>
        <message>
            <source>{count} 部を出し、控え {numbers} として記録しました。</source>
            <translation>{count} copies were made and recorded as copies {numbers}.</translation>
        </message>
        <message>
            <source>差し替えのお願いを {count} 枚、印刷に送りました。</source>
            <translation>{count} replacement requests were sent to the printer.</translation>
        </message>
        <message>
            <source>{done} 部を出しました。あと {left} 部です。</source>
            <translation>{done} copies made, {left} to go.</translation>
        </message>
        <message>
            <source>合わせて {count} 部</source>
            <translation>{count} copies in all</translation>
        </message>
        <message>
            <source>一式を印刷する</source>
            <translation>Print the whole set</translation>
        </message>
        <message>
            <source>版を確定…(&amp;K)</source>
            <translation>Finalise version… (&amp;K)</translation>
        </message>
        <message>
            <source>下書きはだれにも渡しません。版を確定すると、番号つきの控えを出せます。</source>
            <translation>A draft is handed to nobody. Finalise a version to make numbered copies.</translation>
        </message>
        <message>
            <source>{version}を、1部ずつ控えの番号をつけて出し、だれに渡すかを記録します。</source>
            <translation>{version} is printed copy by copy, each with its number, and who receives it is recorded.</translation>
        </message>
        <message>
            <source>紙面を見る(&amp;W)</source>
            <translation>Vie&amp;w papers</translation>
        </message>
        <message>
            <source>記入に戻る Esc</source>
            <translation>Back to the interview  Esc</translation>
        </message>
    </context>
    <context>
        <name>PrintSetRow</name>
        <message>
            <source>（渡した先が空です）</source>
            <translation>(no recipient entered)</translation>
        </message>
        <message>
            <source> 部</source>
            <translation> copies</translation>
        </message>
        <message>
            <source>{to} に渡す部数</source>
            <translation>Number of copies for {to}</translation>
        </message>
        <message>
            <source>記入する場所へ行く</source>
            <translation>Go to the field</translation>
        </message>
        <message>
            <source>災害時の特例で渡す…</source>
            <translation>Hand over by disaster exception…</translation>
        </message>
        <message>
            <source>災害時の特例で渡します。理由：{reason}</source>
            <translation>Handed over by disaster exception. Reason: {reason}</translation>
        </message>
        <message>
            <source>この版の控え {numbers} を渡しました。</source>
            <translation>Copies {numbers} of this version were handed out.</translation>
        </message>
        <message>
            <source>データで渡す相手です。</source>
            <translation>This recipient gets data.</translation>
        </message>
    </context>
    <context>
        <name>QWidget</name>
        <message>
            <source>入っていた答えを消しました。Ctrl+Z で元に戻せます。</source>
            <translation>The answer was cleared. Ctrl+Z brings it back.</translation>
        </message>
        <message>
            <source>このページには、まだ答えがありません。</source>
            <translation>This page has no answers yet.</translation>
        </message>
        <message>
            <source>{count}か所を、{who}と今日確認したことにしました。Ctrl+Z で元に戻せます。</source>
            <translation>{count} answers were marked as confirmed with {who} today. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>答えが入ってから「確認した」にできます。</source>
            <translation>Enter an answer before confirming it.</translation>
        </message>
        <message>
            <source>このページに、たたんだ項目はありません。</source>
            <translation>This page has no folded questions.</translation>
        </message>
        <message>
            <source>元に戻しました：{place}</source>
            <translation>Taken back: {place}</translation>
        </message>
        <message>
            <source>やり直しました：{place}</source>
            <translation>Done again: {place}</translation>
        </message>
        <message>
            <source>画像 (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;すべてのファイル (*)</source>
            <translation>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;All files (*)</translation>
        </message>
        <message>
            <source>画像を選ぶ</source>
            <translation>Choose a picture</translation>
        </message>
        <message>
            <source>会議</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>電話</source>
            <translation>Phone call</translation>
        </message>
        <message>
            <source>訪問</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>そのほか</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>印刷できませんでした。</source>
            <translation>Printing failed.</translation>
        </message>
        <message>
            <source>プリンターにつながりません。この1部は記録していません。</source>
            <translation>The printer cannot be reached. This copy was not recorded.</translation>
        </message>
        <message>
            <source>プリンターの電源と接続を確かめて、「続きから」を押してください。</source>
            <translation>Check the printer’s power and cable, then press “Go on”.</translation>
        </message>
        <message>
            <source>下書き</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>第{number}版</source>
            <translation>Version {number}</translation>
        </message>
    </context>
    <context>
        <name>ReasonBox</name>
        <message>
            <source>災害が起きたか起きそうで、命や体を守るために特に必要なときだけ、同意がなくても渡せます。理由と日時を控え台帳に残し、あとで家族に知らせます。</source>
            <translation>Only when a disaster has struck or is about to, and it is needed to protect life or health, may it be handed over without consent. The reason and time are kept in the register of copies; the family is told later.</translation>
        </message>
        <message>
            <source>「{recipient}」に、災害時の特例で渡しますか</source>
            <translation>Hand it to “{recipient}” by disaster exception?</translation>
        </message>
        <message>
            <source>渡す理由(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>特例で渡す(&amp;O)</source>
            <translation>Hand &amp;over by exception</translation>
        </message>
        <message>
            <source>理由を書いてください。</source>
            <translation>Please write the reason.</translation>
        </message>
    </context>
    <context>
        <name>RecoverPage</name>
        <message>
            <source>復旧シートの数字を、1組目から順に入れてください。ハイフンや空白はなくてもかまいません。</source>
            <translation>Enter the digits of the recovery sheet from the first group on. Hyphens and spaces may be left out.</translation>
        </message>
        <message>
            <source>続けて、新しいパスフレーズを決めます。復旧コードは、そのまま次も使えます。</source>
            <translation>Then set a new passphrase. The recovery code stays valid.</translation>
        </message>
        <message>
            <source>復旧コードで開きます</source>
            <translation>Open with the recovery code</translation>
        </message>
        <message>
            <source>開いて、パスフレーズを変える(&amp;O)</source>
            <translation>&amp;Open and change the passphrase</translation>
        </message>
        <message>
            <source>やめて戻る(&amp;B)</source>
            <translation>Cancel and go &amp;back</translation>
        </message>
    </context>
    <context>
        <name>RehearsalPage</name>
        <message>
            <source>記録を印刷…(&amp;O)</source>
            <translation>Print record… (&amp;O)</translation>
        </message>
        <message>
            <source>記録をPDFに保存…(&amp;D)</source>
            <translation>Save record as P&amp;DF…</translation>
        </message>
        <message>
            <source>机上訓練</source>
            <translation>Tabletop drill</translation>
        </message>
        <message>
            <source>「宿題にする」か F4 で、こわれる所がこの人のこの日までの宿題になります。</source>
            <translation>“Make a task” or F4 turns a break into a task for this person by this day.</translation>
        </message>
        <message>
            <source>机上訓練の記録を、印刷に送りました。</source>
            <translation>The record of the rehearsal was sent to the printer.</translation>
        </message>
        <message>
            <source>机上訓練の記録を保存する場所を選んでください</source>
            <translation>Where to save the record of the rehearsal</translation>
        </message>
        <message>
            <source>机上訓練の記録を保存しました。</source>
            <translation>The record of the rehearsal was saved.</translation>
        </message>
        <message>
            <source>家族と作成者のほかには渡さないでください。</source>
            <translation>For the family and the author, nobody else.</translation>
        </message>
        <message>
            <source>こわれる所　{count}か所（！は命にかかわる所　{red}か所）</source>
            <translation>Breaks  {count} (! {red} of them endanger life)</translation>
        </message>
        <message>
            <source>こわれる所は、見つかりませんでした。</source>
            <translation>No breaks were found.</translation>
        </message>
        <message>
            <source>{number}　{title}</source>
            <translation>{number}  {title}</translation>
        </message>
        <message>
            <source>こわれる所：{say}</source>
            <translation>Break: {say}</translation>
        </message>
        <message>
            <source>✓ 宿題</source>
            <translation>✓ Task</translation>
        </message>
        <message>
            <source>宿題にする</source>
            <translation>Make a task</translation>
        </message>
        <message>
            <source>宿題にする：{say}</source>
            <translation>Make a task: {say}</translation>
        </message>
    </context>
    <context>
        <name>RestoreBox</name>
        <message>
            <source>戻す(&amp;O)</source>
            <translation>Rest&amp;ore</translation>
        </message>
        <message>
            <source>{version}に戻すと、下書きが {n} か所変わります</source>
            <translation>Restoring {version} changes {n} places of the draft</translation>
        </message>
        <message>
            <source>確定した版は変わりません。戻したあと、Ctrl+Z で取り消せます。</source>
            <translation>Finalised versions do not change. You can undo it with Ctrl+Z.</translation>
        </message>
        <message>
            <source>いまの下書き</source>
            <translation>Draft now</translation>
        </message>
        <message>
            <source>戻したあと</source>
            <translation>After restoring</translation>
        </message>
        <message>
            <source>変わるところ</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>RestorePage</name>
        <message>
            <source>バックアップから元に戻します</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>バックアップのファイルを選ぶ…(&amp;B)</source>
            <translation>Choose the file of a &amp;backup…</translation>
        </message>
        <message>
            <source>パスフレーズの代わりに、復旧コードで開く(&amp;K)</source>
            <translation>Open with a recovery code (&amp;K)</translation>
        </message>
        <message>
            <source>バックアップの中の計画</source>
            <translation>Plans in the backup</translation>
        </message>
        <message>
            <source>中身を見る(&amp;L)</source>
            <translation>&amp;Look into it</translation>
        </message>
        <message>
            <source>このバックアップに置きかえる(&amp;O)</source>
            <translation>Replace by this backup (&amp;O)</translation>
        </message>
        <message>
            <source>このバックアップで始める(&amp;O)</source>
            <translation>G&amp;o on with this backup</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>バックアップのファイルが、まだ選ばれていません。</source>
            <translation>No file of a backup is chosen yet.</translation>
        </message>
        <message>
            <source>計画が {n} 件入っています。</source>
            <translation>It holds {n} plans.</translation>
        </message>
        <message>
            <source>置きかえると、{n} 件が消えます。</source>
            <translation>Replacing removes {n} plans.</translation>
        </message>
        <message>
            <source>{n} 件は、前の内容に戻ります。</source>
            <translation>{n} plans go back to earlier content.</translation>
        </message>
        <message>
            <source>{n} 件は、新しい内容になります。</source>
            <translation>{n} plans get newer content.</translation>
        </message>
        <message>
            <source>{n} 件が、元に戻ります。</source>
            <translation>{n} plans come back.</translation>
        </message>
        <message>
            <source>同じ内容です</source>
            <translation>The same content</translation>
        </message>
        <message>
            <source>いまのデータのほうが新しい</source>
            <translation>The present data is newer</translation>
        </message>
        <message>
            <source>バックアップのほうが新しい</source>
            <translation>The backup is newer</translation>
        </message>
        <message>
            <source>いまのデータにはない</source>
            <translation>Not in the present data</translation>
        </message>
        <message>
            <source>バックアップにはない</source>
            <translation>Not in the backup</translation>
        </message>
        <message>
            <source>名前なし</source>
            <translation>No name</translation>
        </message>
        <message>
            <source>まだ選ばれていません</source>
            <translation>None chosen yet</translation>
        </message>
        <message>
            <source>いちばん新しい、読めるもの</source>
            <translation>The newest that can be read</translation>
        </message>
        <message>
            <source>ほかの場所のファイルを選ぶ…</source>
            <translation>Choose a file elsewhere…</translation>
        </message>
        <message>
            <source>どのバックアップ(&amp;W)</source>
            <translation>&amp;Which backup</translation>
        </message>
        <message>
            <source>まず中身を見ます。いまのデータは、置きかえると決めるまで変わりません。</source>
            <translation>First look into it. The present data stays as it is until you decide to replace it.</translation>
        </message>
        <message>
            <source>置きかえる前のデータも、バックアップのフォルダに残します。</source>
            <translation>The replaced data is kept in the backup folder, too.</translation>
        </message>
        <message>
            <source>このパソコンには、まだ計画がありません。USBメモリなどのバックアップか控えから始めます。</source>
            <translation>There are no plans on this computer yet. You go on from a backup or a copy, on a USB stick for instance.</translation>
        </message>
        <message>
            <source>まず中身を見ます。始めると決めるまで、何も変わりません。</source>
            <translation>First you see what is in it. Nothing changes until you decide to go on.</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>today</translation>
        </message>
        <message>
            <source>置きかえる前のデータ</source>
            <translation>data before a replacement</translation>
        </message>
    </context>
    <context>
        <name>RoomyDialog</name>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>RowForm</name>
        <message>
            <source>前へ動かす　Alt+↑</source>
            <translation>Move up  Alt+↑</translation>
        </message>
        <message>
            <source>後へ動かす　Alt+↓</source>
            <translation>Move down  Alt+↓</translation>
        </message>
        <message>
            <source>閉じる</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>取り出す　Ctrl+Del</source>
            <translation>Remove  Ctrl+Del</translation>
        </message>
        <message>
            <source>{label}　{number}件目（全{count}件）</source>
            <translation>{label}  {number} of {count}</translation>
        </message>
    </context>
    <context>
        <name>RowsEditor</name>
        <message>
            <source>{label}　{count}件</source>
            <translation>{label}  {count}</translation>
        </message>
        <message>
            <source>{label}　必須</source>
            <translation>{label}  required</translation>
        </message>
        <message>
            <source>{number}件目</source>
            <translation>No. {number}</translation>
        </message>
        <message>
            <source>必須 あと{count}</source>
            <translation>{count} required left</translation>
        </message>
        <message>
            <source>未確認 {count}</source>
            <translation>not confirmed {count}</translation>
        </message>
        <message>
            <source>「{label}」から1件を取り出しました。Ctrl+Z で元に戻せます。</source>
            <translation>One entry was removed from “{label}”. Ctrl+Z brings it back.</translation>
        </message>
        <message>
            <source>「{label}」には{count}件が入っているので、そのままにしました。</source>
            <translation>“{label}” holds {count} entries and was left as it is.</translation>
        </message>
    </context>
    <context>
        <name>RunChart</name>
        <message>
            <source>何時間もつかの図。矢印キーで1つずつ言葉で読めます。</source>
            <translation>Chart of how long each device lasts. Arrow keys read it piece by piece.</translation>
        </message>
    </context>
    <context>
        <name>RunDownPanel</name>
        <message>
            <source>停電の想定を選ぶ表</source>
            <translation>Table to choose the outage</translation>
        </message>
        <message>
            <source>数字は停電からの時間、灰色は夜（18時～6時）です。× で止まります。赤い点線までに家を出ます。</source>
            <translation>Figures are hours from the outage; grey is night (18–6). × marks a stop. Leave home before the red dotted line.</translation>
        </message>
        <message>
            <source>図と同じことを書いた表</source>
            <translation>Table that says the same as the chart</translation>
        </message>
        <message>
            <source>計画停電の長さ</source>
            <translation>Length of the planned outage</translation>
        </message>
        <message>
            <source>{name}
→ いちばん厳しい想定</source>
            <translation>{name}
→ harshest case</translation>
        </message>
        <message>
            <source>機器</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>電源</source>
            <translation>Power source</translation>
        </message>
        <message>
            <source>停電からの時間</source>
            <translation>Hours from the outage</translation>
        </message>
        <message>
            <source>時刻</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>図にマウスを置くか、Tab で図に移って矢印キーを押すと、ここに言葉で出ます。</source>
            <translation>Point at the chart, or go to it with Tab and press arrow keys; it is told here in words.</translation>
        </message>
        <message>
            <source>表をたたむ</source>
            <translation>Hide the table</translation>
        </message>
        <message>
            <source>図と同じことを表で見る</source>
            <translation>Show the chart as a table</translation>
        </message>
    </context>
    <context>
        <name>Safety</name>
        <message>
            <source>バックアップを作り、読めることを確かめました。</source>
            <translation>A backup was made and proved readable.</translation>
        </message>
        <message>
            <source>復旧コードを新しくします</source>
            <translation>Make a new recovery code</translation>
        </message>
        <message>
            <source>新しくする(&amp;O)</source>
            <translation>Make new (&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>SaveBox</name>
        <message>
            <source>ファイル名に氏名を入れる(&amp;N)</source>
            <translation>Put the &amp;name into the file name</translation>
        </message>
        <message>
            <source>パスワードをかける（メールで送るとき）(&amp;L)</source>
            <translation>&amp;Lock with a password (for e-mail)</translation>
        </message>
        <message>
            <source>PDFに保存します</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>ファイル名</source>
            <translation>File name</translation>
        </message>
        <message>
            <source>保存する場所を選ぶ…(&amp;O)</source>
            <translation>Ch&amp;oose where to save…</translation>
        </message>
    </context>
    <context>
        <name>Screen</name>
        <message>
            <source>evacplan　計画 {number}</source>
            <translation>evacplan   Plan {number}</translation>
        </message>
    </context>
    <context>
        <name>SecondWords</name>
        <message>
            <source>日本語の下や横に、小さくもう1つの言葉を添えます。書いた内容はそのままです。</source>
            <translation>Adds a second language, small, below or beside the Japanese. What was typed stays as it is.</translation>
        </message>
        <message>
            <source>なし</source>
            <translation>None</translation>
        </message>
        <message>
            <source>ことばを添える(&amp;B)</source>
            <translation>Add words &amp;beside</translation>
        </message>
    </context>
    <context>
        <name>SecretBox</name>
        <message>
            <source>いまのパスフレーズ</source>
            <translation>Present passphrase</translation>
        </message>
        <message>
            <source>いまのパスフレーズ(&amp;I)</source>
            <translation>Present passphrase (&amp;I)</translation>
        </message>
        <message>
            <source>いまのパスフレーズが入力されていません。</source>
            <translation>The present passphrase was not entered.</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>パスフレーズを変えます</source>
            <translation>Change the passphrase</translation>
        </message>
        <message>
            <source>パスフレーズを変える(&amp;O)</source>
            <translation>Change passphrase (&amp;O)</translation>
        </message>
    </context>
    <context>
        <name>SecretFields</name>
        <message>
            <source>{count} 文字以上。関係のない言葉を4つほど並べると安全です。</source>
            <translation>At least {count} characters. About four unrelated words are safe.</translation>
        </message>
        <message>
            <source>弱い：破られるおそれがあります。もっと長くしてください。</source>
            <translation>Weak: it may be broken. Make it longer.</translation>
        </message>
        <message>
            <source>ふつう：関係のない言葉をもう1つ足すと、さらに安心です。</source>
            <translation>Fair: one more unrelated word makes it safer.</translation>
        </message>
        <message>
            <source>強い：長さは十分です。名前や誕生日などは避けてください。</source>
            <translation>Strong: long enough. Avoid names and birthdays.</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>必須はすべて記入済み</source>
            <translation>all required answers given</translation>
        </message>
        <message>
            <source>記入の途中</source>
            <translation>begun</translation>
        </message>
        <message>
            <source>まだ記入していない</source>
            <translation>not begun</translation>
        </message>
        <message>
            <source>未確認がある</source>
            <translation>has answers not confirmed</translation>
        </message>
        <message>
            <source>このお子さんには関係しない</source>
            <translation>does not concern this child</translation>
        </message>
        <message>
            <source>ページの一覧</source>
            <translation>List of pages</translation>
        </message>
        <message>
            <source>あと{count}</source>
            <translation>{count} left</translation>
        </message>
        <message>
            <source>対象外</source>
            <translation>n/a</translation>
        </message>
        <message>
            <source>必須はあと{count}</source>
            <translation>{count} required left</translation>
        </message>
    </context>
    <context>
        <name>SpellingNotice</name>
        <message>
            <source>書体にない字があります。紙では符号になるか、形が変わります。このまま印刷もできます。</source>
            <translation>Some characters are not in the fonts. They print as codes or in another shape. You can print all the same.</translation>
        </message>
        <message>
            <source>{where}　{characters}　別の字は「{into}」に書けます。</source>
            <translation>{where}  {characters}  Another spelling can be entered in “{into}”.</translation>
        </message>
        <message>
            <source>別の字を書く</source>
            <translation>Enter another spelling</translation>
        </message>
        <message>
            <source>「{into}」に別の字を書く</source>
            <translation>Enter another spelling in “{into}”</translation>
        </message>
    </context>
    <context>
        <name>StatesPanel</name>
        <message>
            <source>版の一覧</source>
            <translation>List of versions</translation>
        </message>
        <message>
            <source>いま書いているもの</source>
            <translation>Being written now</translation>
        </message>
        <message>
            <source>{day} {time}　{who}</source>
            <translation>{day} {time}  {who}</translation>
        </message>
        <message>
            <source>渡した控え {n} 部</source>
            <translation>{n} copies handed out</translation>
        </message>
        <message>
            <source>渡した控えはありません</source>
            <translation>No copies handed out</translation>
        </message>
    </context>
    <context>
        <name>StoreRoom</name>
        <message>
            <source>復旧コードは、そのまま使えます。</source>
            <translation>The recovery code stays valid.</translation>
        </message>
        <message>
            <source>パスフレーズを変えました。</source>
            <translation>The passphrase was changed.</translation>
        </message>
    </context>
    <context>
        <name>TimeCard</name>
        <message>
            <source>記入にかけた時間（目安）</source>
            <translation>Time spent on the interview (rough)</translation>
        </message>
        <message>
            <source>キーやマウスを使っていた時間です。手が止まっている間は、1回につき1分までを数えます。</source>
            <translation>The time in which keys or mouse were used. Of a pause at most one minute is counted.</translation>
        </message>
        <message>
            <source>この日の会議 {meeting}分　この計画に あわせて {plan}分</source>
            <translation>This day’s meeting {meeting} min   This plan in all {plan} min</translation>
        </message>
        <message>
            <source>紙面や会議の画面</source>
            <translation>Papers and meeting pages</translation>
        </message>
        <message>
            <source>{title}　{minutes}分</source>
            <translation>{title}  {minutes} min</translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>いまの画面には出ていません。計画を開いて記入の画面にすると、枠で示します。</source>
            <translation>Not on this screen. It is framed once a plan is open in the interview.</translation>
        </message>
        <message>
            <source>計画を作る、開く</source>
            <translation>Make a plan, open a plan</translation>
        </message>
        <message>
            <source>「新しい計画」（Ctrl+N）で始めます。できている計画は、一覧で選んで Enter で開きます。保存のボタンはありません。打つたびに、ひとりでに保存されます。</source>
            <translation>Begin with "New plan" (Ctrl+N). A plan that is there is chosen in the list and opened with Enter. There is no button to save: everything is saved as you type.</translation>
        </message>
        <message>
            <source>いまの画面には出ていません。計画の一覧（Ctrl+W）で、枠で示します。</source>
            <translation>Not on this screen. It is framed in the list of plans (Ctrl+W).</translation>
        </message>
        <message>
            <source>次に聞くこと</source>
            <translation>What to ask next</translation>
        </message>
        <message>
            <source>上の「次の未記入へ」（F8）が、次に聞く質問へ連れていきます。答えられないときは、下の「わからない」（F4）。だれがいつまでに確かめるかを残せば、それも答えです。</source>
            <translation>"Next missing" (F8) above leads to the question to ask next. Where there is no answer, "Don't know" (F4) below: who finds out, and until when, is an answer too.</translation>
        </message>
        <message>
            <source>残る時間と、家を出る時刻</source>
            <translation>Hours left, and when to leave home</translation>
        </message>
        <message>
            <source>停電から何時間後までに家を出るか、いま足りないことは何かが、打つたびに変わります。未確認のものがあるあいだは、時間も未確認です。想像の時間は出ません。</source>
            <translation>How many hours after a blackout to leave home, and what is missing now, change with every key. While something is unknown, so are the hours: nothing is made up.</translation>
        </message>
        <message>
            <source>3つの紙</source>
            <translation>Three papers</translation>
        </message>
        <message>
            <source>「紙面を見る」（Ctrl+P）で、家族・市町村・病院の紙が、刷るとおりに見えます。載せてよいものだけが載り、同意がない相手の紙は断ります。Esc で記入に戻ります。</source>
            <translation>"See the papers" (Ctrl+P) shows those for the family, the municipality and the hospital as they will be printed. Only what may be shown is on them, and a paper without consent is refused. Esc leads back.</translation>
        </message>
        <message>
            <source>鍵、バックアップ、困ったとき</source>
            <translation>Lock, backups, and where help is</translation>
        </message>
        <message>
            <source>席を立つときは Ctrl+L で鍵をかけます。「安全」のメニューで、USBメモリへのバックアップと復旧コードの紙を確かめます。この案内と手引き（Shift+F1）は「ヘルプ」にあります。</source>
            <translation>Lock with Ctrl+L when you leave the desk. In the menu Safety, look after backups to a USB stick and the sheet with the recovery code. This tour and the manual (Shift+F1) are in the menu Help.</translation>
        </message>
    </context>
    <context>
        <name>TourPanel</name>
        <message>
            <source>もどる</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>案内をやめる　Esc</source>
            <translation>End the tour　Esc</translation>
        </message>
        <message>
            <source>使い方の案内 {number}／{count}　{title}</source>
            <translation>Tour {number}/{count}　{title}</translation>
        </message>
        <message>
            <source>案内をおわる</source>
            <translation>Finish</translation>
        </message>
        <message>
            <source>つぎへ</source>
            <translation>Next</translation>
        </message>
    </context>
    <context>
        <name>TrainingBand</name>
        <message>
            <source>練習</source>
            <translation>Practice</translation>
        </message>
        <message>
            <source>見本の子どもの計画です。本物の計画とは別の場所にあります。本物の名前は入れないでください。</source>
            <translation>These are plans of sample children, kept apart from the real plans. Do not enter real names.</translation>
        </message>
        <message>
            <source>見本の子どもの計画です。入力したことは、閉じると消えます。本物の名前は入れないでください。</source>
            <translation>These are plans of sample children. What is entered is lost on closing. Do not enter real names.</translation>
        </message>
    </context>
    <context>
        <name>TrainingDesk</name>
        <message>
            <source>練習　{title}</source>
            <translation>Practice  {title}</translation>
        </message>
        <message>
            <source>練習をはじめからやり直しますか。</source>
            <translation>Begin the practice anew?</translation>
        </message>
        <message>
            <source>練習で入力したことは消えて、見本の計画がもとのまま並びます。</source>
            <translation>What was entered in the practice is lost; the sample plans are as they were.</translation>
        </message>
        <message>
            <source>本物の計画には、何も起きません。</source>
            <translation>Nothing happens to real plans.</translation>
        </message>
        <message>
            <source>はじめからやり直す(&amp;O)</source>
            <translation>Begin anew (&amp;O)</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>TrainingPage</name>
        <message>
            <source>練習に鍵をかけました</source>
            <translation>The practice is locked</translation>
        </message>
        <message>
            <source>練習には、パスフレーズがありません。見本の計画だけが入っています。</source>
            <translation>The practice has no passphrase. It holds only sample plans.</translation>
        </message>
        <message>
            <source>本物の計画では、ここでパスフレーズを聞きます。</source>
            <translation>With real plans, the passphrase is asked for here.</translation>
        </message>
        <message>
            <source>練習を続ける(&amp;O)</source>
            <translation>Go &amp;on practising</translation>
        </message>
        <message>
            <source>練習を終わる(&amp;T)</source>
            <translation>End prac&amp;tice</translation>
        </message>
    </context>
    <context>
        <name>TwoColumns</name>
        <message>
            <source>記入に戻る Esc</source>
            <translation>Back to the interview  Esc</translation>
        </message>
    </context>
    <context>
        <name>TypedEditor</name>
        <message>
            <source>月 火 水 木 金 土 日</source>
            <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
        </message>
        <message>
            <source>（幅のうち、低いほうの数字にしました）</source>
            <translation>(the lower figure of the range was taken)</translation>
        </message>
        <message>
            <source>（「約」をとった数字にしました）</source>
            <translation>(the figure was taken without “about”)</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>保存ファイルを作って始める(&amp;O)</source>
            <translation>Create the st&amp;ore and begin</translation>
        </message>
        <message>
            <source>開く(&amp;O)</source>
            <translation>&amp;Open</translation>
        </message>
        <message>
            <source>パスフレーズを忘れたとき(&amp;R)</source>
            <translation>Fo&amp;rgot the passphrase</translation>
        </message>
        <message>
            <source>バックアップから元に戻す…(&amp;U)</source>
            <translation>Restore from back&amp;up…</translation>
        </message>
        <message>
            <source>見本の計画で練習する(&amp;T)</source>
            <translation>Prac&amp;tise with sample plans</translation>
        </message>
        <message>
            <source>パスフレーズを決めます</source>
            <translation>Set a passphrase</translation>
        </message>
        <message>
            <source>計画を開きます</source>
            <translation>Open the plans</translation>
        </message>
        <message>
            <source>計画は、このパソコンの中に暗号で保存してあります。</source>
            <translation>The plans are kept encrypted on this computer.</translation>
        </message>
        <message>
            <source>計画は、このパソコンの中だけに、暗号にして保存します。ネットワークには何も送りません。</source>
            <translation>The plans are kept encrypted on this computer only. Nothing is sent over a network.</translation>
        </message>
        <message>
            <source>パスフレーズを忘れたときのために、次の画面で、紙にする復旧コードを1度だけ表示します。</source>
            <translation>In case the passphrase is forgotten, the next screen shows a recovery code once, to be put on paper.</translation>
        </message>
    </context>
    <context>
        <name>Unsaved</name>
        <message>
            <source>別の場所に控えを書く…</source>
            <translation>Write a spare copy elsewhere…</translation>
        </message>
        <message>
            <source>最後の変更を保存できませんでした。</source>
            <translation>The last change could not be saved.</translation>
        </message>
        <message>
            <source>保存先に書き込めません。</source>
            <translation>The place cannot be written to.</translation>
        </message>
        <message>
            <source>ディスクの空きと、USBメモリがささっているかを確かめてください。</source>
            <translation>Check the free space of the disk and whether the USB stick is plugged in.</translation>
        </message>
        <message>
            <source>控えを置くフォルダを選んでください</source>
            <translation>Choose a folder for the spare copy</translation>
        </message>
        <message>
            <source>控え「{name}」を書きました。いま画面にある入力まで入っています。中身は暗号で、パスフレーズで開けます。「安全」の「バックアップから元に戻す…」で読みこめます。</source>
            <translation>The spare copy “{name}” was written with all that is on the screen. It is encrypted and opens with the passphrase, by “Safety”, “Restore from backup…”.</translation>
        </message>
        <message>
            <source>このあとの入力は、まだどこにも保存できていません。</source>
            <translation>What you enter from now on is not saved anywhere yet.</translation>
        </message>
        <message>
            <source>別の場所に控えを書いてから進む…(&amp;W)</source>
            <translation>&amp;Write a spare copy elsewhere, then go on…</translation>
        </message>
        <message>
            <source>最後の変更を捨てて進む(&amp;D)</source>
            <translation>&amp;Discard the last change and go on</translation>
        </message>
        <message>
            <source>画面に戻る(&amp;B)</source>
            <translation>&amp;Back to the screen</translation>
        </message>
        <message>
            <source>{time}から、保存できていません。{why}{do}このまま書き続けられます。保存できるようになると、ひとりでに保存します。</source>
            <translation>Not saved since {time}. {why} {do} You can go on writing; it is saved by itself as soon as that is possible.</translation>
        </message>
    </context>
    <context>
        <name>VersionsPage</name>
        <message>
            <source>戻したのを取り消す Ctrl+Z</source>
            <translation>Undo the restoring  Ctrl+Z</translation>
        </message>
        <message>
            <source>下書きは、もうそのとおりです。変えるところはありません。</source>
            <translation>The draft is so already. There is nothing to change.</translation>
        </message>
        <message>
            <source>下書きの {n} か所を{version}に戻しました。</source>
            <translation>{n} places of the draft were restored from {version}.</translation>
        </message>
        <message>
            <source>取り消しました。下書きは、戻す前のとおりです。</source>
            <translation>Undone. The draft is as before restoring.</translation>
        </message>
        <message>
            <source>版の一覧とくらべる</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>版を確定…</source>
            <translation>Finalise version…</translation>
        </message>
        <message>
            <source>記入に戻る Esc</source>
            <translation>Back to the interview  Esc</translation>
        </message>
    </context>
    <context>
        <name>about</name>
        <message>
            <source>医療的ケア児の災害時個別支援計画を、このパソコンの中だけで作ります。</source>
            <translation>Makes the individual disaster plan of a child with medical care, on this computer only.</translation>
        </message>
        <message>
            <source>様式：{forms}</source>
            <translation>Forms: {forms}</translation>
        </message>
        <message>
            <source>文字は BIZ UDPゴシックと Noto Sans JP（SIL OFL）、画面は Qt（LGPL）を使っています。</source>
            <translation>Letters are BIZ UDPGothic and Noto Sans JP (SIL OFL); the window uses Qt (LGPL).</translation>
        </message>
        <message>
            <source>ほかの部品は、ヘルプの「使っている部品とライセンス」にあります。</source>
            <translation>For the other parts see “Parts used and their licences” in the menu Help.</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>もとの様式（アプリと一緒に入ったもの　{date}）</source>
            <translation>Original forms (that came with the app, {date})</translation>
        </message>
        <message>
            <source>{name}　第{version}版（{date}）</source>
            <translation>{name}  version {version} ({date})</translation>
        </message>
    </context>
    <context>
        <name>area</name>
        <message>
            <source>{name}（{area}）です。Ctrl+Shift+A で、県の支援センターと電力会社の名前を入れられます。</source>
            <translation>{name} ({area}). Ctrl+Shift+A fills in the prefecture’s support centre and the power company.</translation>
        </message>
        <message>
            <source>「本人と家族」の住所が、青森県の市町村から始まっていません。先に住所を書いてください。</source>
            <translation>The address in “The child and the family” does not begin with a municipality of Aomori. Please enter the address first.</translation>
        </message>
        <message>
            <source>「{labels}」のページに入れました。中身を確かめてください。Ctrl+Z で元に戻せます。</source>
            <translation>Filled in on the pages “{labels}”. Please check them. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>支援センターも電力会社も、もう書いてあります。</source>
            <translation>Support centre and power company are already filled in.</translation>
        </message>
        <message>
            <source>登録先は{name}</source>
            <translation>Register with {name}</translation>
        </message>
    </context>
    <context>
        <name>backups</name>
        <message>
            <source>フォルダを選ぶ…(&amp;O)</source>
            <translation>Ch&amp;oose folder…</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>2つ目には保存しない(&amp;N)</source>
            <translation>&amp;No second place</translation>
        </message>
        <message>
            <source>いまの保存先は {folder} です。</source>
            <translation>The present place is {folder}.</translation>
        </message>
        <message>
            <source>いまは決まっていません。</source>
            <translation>No place is set.</translation>
        </message>
        <message>
            <source>2つ目の保存先</source>
            <translation>Second place for backups</translation>
        </message>
        <message>
            <source>USBメモリなど、パソコンとは別の物にもバックアップすると、パソコンがこわれても計画が残ります。中身は暗号です。</source>
            <translation>With a second backup on something apart from the computer, such as a USB stick, the plans survive if the computer breaks. It is encrypted.</translation>
        </message>
        <message>
            <source>2つ目のバックアップを置くフォルダを選んでください</source>
            <translation>Choose a folder for the second backup</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>新しい計画(&amp;N)</source>
            <translation>&amp;New plan</translation>
        </message>
        <message>
            <source>ファイルから計画を取り込む…(&amp;I)</source>
            <translation>&amp;Import plan from file…</translation>
        </message>
        <message>
            <source>計画をファイルに書き出す…(&amp;E)</source>
            <translation>Writ&amp;e plan to file…</translation>
        </message>
        <message>
            <source>PDFに保存する…(&amp;S)</source>
            <translation>&amp;Save as PDF…</translation>
        </message>
        <message>
            <source>印刷する…(&amp;P)</source>
            <translation>&amp;Print…</translation>
        </message>
        <message>
            <source>手書き用の白紙を印刷・保存…(&amp;B)</source>
            <translation>Print or save &amp;blank forms…</translation>
        </message>
        <message>
            <source>様式パックを読み込む…(&amp;K)</source>
            <translation>Load forms pac&amp;k…</translation>
        </message>
        <message>
            <source>もとの様式に戻す…(&amp;M)</source>
            <translation>Go back to for&amp;mer forms…</translation>
        </message>
        <message>
            <source>練習を始める(&amp;T)</source>
            <translation>S&amp;tart practice</translation>
        </message>
        <message>
            <source>練習をはじめからやり直す…(&amp;A)</source>
            <translation>Begin practice &amp;anew…</translation>
        </message>
        <message>
            <source>練習を終わる(&amp;X)</source>
            <translation>E&amp;xit practice</translation>
        </message>
        <message>
            <source>終了する(&amp;Q)</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>選んだ計画を開く(&amp;O)</source>
            <translation>&amp;Open the chosen plan</translation>
        </message>
        <message>
            <source>選んだ計画を複製する(&amp;D)</source>
            <translation>&amp;Duplicate the chosen plan</translation>
        </message>
        <message>
            <source>選んだ計画をしまう、または一覧に戻す(&amp;A)</source>
            <translation>&amp;Archive the chosen plan, or bring it back</translation>
        </message>
        <message>
            <source>宿題と見直しの一覧(&amp;T)</source>
            <translation>&amp;Tasks and reviews</translation>
        </message>
        <message>
            <source>計画の一覧へ(&amp;J)</source>
            <translation>To the list of plans (&amp;J)</translation>
        </message>
        <message>
            <source>計画をさがす(&amp;F)</source>
            <translation>&amp;Find a plan</translation>
        </message>
        <message>
            <source>紙面を見る(&amp;P)</source>
            <translation>View &amp;papers</translation>
        </message>
        <message>
            <source>一式を印刷する…(&amp;S)</source>
            <translation>Print whole &amp;set…</translation>
        </message>
        <message>
            <source>版を確定する…(&amp;C)</source>
            <translation>Finalise version… (&amp;C)</translation>
        </message>
        <message>
            <source>版の一覧とくらべる(&amp;H)</source>
            <translation>Versions and comparison (&amp;H)</translation>
        </message>
        <message>
            <source>変わったことを書く…(&amp;G)</source>
            <translation>Record a chan&amp;ge…</translation>
        </message>
        <message>
            <source>訓練の結果を入れる…(&amp;D)</source>
            <translation>Enter &amp;drill results…</translation>
        </message>
        <message>
            <source>机上訓練(&amp;T)</source>
            <translation>&amp;Tabletop drill</translation>
        </message>
        <message>
            <source>会議をはじめる(&amp;M)</source>
            <translation>Start &amp;meeting</translation>
        </message>
        <message>
            <source>会議をおわる…(&amp;E)</source>
            <translation>&amp;End meeting…</translation>
        </message>
        <message>
            <source>ほかの計画から写す…(&amp;Y)</source>
            <translation>Cop&amp;y from another plan…</translation>
        </message>
        <message>
            <source>記入に戻る(&amp;B)</source>
            <translation>&amp;Back to the interview</translation>
        </message>
        <message>
            <source>計画の一覧に戻る(&amp;L)</source>
            <translation>Back to the &amp;list of plans</translation>
        </message>
        <message>
            <source>鍵をかける(&amp;L)</source>
            <translation>&amp;Lock</translation>
        </message>
        <message>
            <source>ひとりでに鍵をかける…(&amp;A)</source>
            <translation>&amp;Automatic lock…</translation>
        </message>
        <message>
            <source>いまバックアップする(&amp;B)</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>別の場所に控えを書く…(&amp;W)</source>
            <translation>&amp;Write a spare copy elsewhere…</translation>
        </message>
        <message>
            <source>2つ目の保存先…(&amp;S)</source>
            <translation>&amp;Second place for backups…</translation>
        </message>
        <message>
            <source>バックアップから元に戻す…(&amp;U)</source>
            <translation>Restore from back&amp;up…</translation>
        </message>
        <message>
            <source>パスフレーズを変える…(&amp;P)</source>
            <translation>Change &amp;passphrase…</translation>
        </message>
        <message>
            <source>復旧コードを新しくする…(&amp;R)</source>
            <translation>Make new &amp;recovery code…</translation>
        </message>
        <message>
            <source>台帳をCSVに書き出す…(&amp;G)</source>
            <translation>Write the led&amp;ger as CSV…</translation>
        </message>
        <message>
            <source>紙面を並べて見る、または1つだけ見る(&amp;B)</source>
            <translation>Papers side &amp;by side, or one at a time</translation>
        </message>
        <message>
            <source>次のページ(&amp;F)</source>
            <translation>Next page (&amp;F)</translation>
        </message>
        <message>
            <source>前のページ(&amp;R)</source>
            <translation>P&amp;revious page</translation>
        </message>
        <message>
            <source>文字を大きくする(&amp;L)</source>
            <translation>&amp;Larger text</translation>
        </message>
        <message>
            <source>文字を小さくする(&amp;S)</source>
            <translation>&amp;Smaller text</translation>
        </message>
        <message>
            <source>文字をもとの大きさに戻す(&amp;N)</source>
            <translation>&amp;Normal text size</translation>
        </message>
        <message>
            <source>色の差をはっきりさせる(&amp;C)</source>
            <translation>Strong &amp;contrast</translation>
        </message>
        <message>
            <source>会議で映す（大きな文字、家族だけの内容はかくす）(&amp;P)</source>
            <translation>Show in a meeting (large text, family-only content covered) (&amp;P)</translation>
        </message>
        <message>
            <source>かくした欄や画面を見せる、またはかくす(&amp;D)</source>
            <translation>Reveal or cover fiel&amp;ds and screens</translation>
        </message>
        <message>
            <source>言語 / Language…(&amp;A)</source>
            <translation>言語 / L&amp;anguage…</translation>
        </message>
        <message>
            <source>この画面の説明(&amp;E)</source>
            <translation>About this scr&amp;een</translation>
        </message>
        <message>
            <source>手引きの目次(&amp;M)</source>
            <translation>Contents of the &amp;manual</translation>
        </message>
        <message>
            <source>使い方の案内（5つ）(&amp;T)</source>
            <translation>Tour of five steps(&amp;T)</translation>
        </message>
        <message>
            <source>家族に渡す案内を印刷・保存…(&amp;F)</source>
            <translation>Print or save the leaflet for families…(&amp;F)</translation>
        </message>
        <message>
            <source>キーの一覧(&amp;K)</source>
            <translation>List of &amp;keys</translation>
        </message>
        <message>
            <source>使っている部品とライセンス(&amp;L)</source>
            <translation>Parts used and their &amp;licences</translation>
        </message>
        <message>
            <source>evacplan について(&amp;A)</source>
            <translation>&amp;About evacplan</translation>
        </message>
        <message>
            <source>ページを開く(&amp;G)</source>
            <translation>Open pa&amp;ge</translation>
        </message>
        <message>
            <source>ファイル(&amp;F)</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>計画(&amp;P)</source>
            <translation>&amp;Plan</translation>
        </message>
        <message>
            <source>記入(&amp;I)</source>
            <translation>Answer (&amp;I)</translation>
        </message>
        <message>
            <source>安全(&amp;S)</source>
            <translation>&amp;Safety</translation>
        </message>
        <message>
            <source>表示(&amp;V)</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>ヘルプ(&amp;H)</source>
            <translation>&amp;Help</translation>
        </message>
    </context>
    <context>
        <name>device_catalog</name>
        <message>
            <source>機種から、機器の種類を入れました。目安は欄の下に出ます。値は、この機器の表示で確かめます。</source>
            <translation>The kind of device was filled in from the model. Rules of thumb stand below the fields; check the values on the device itself.</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>計画のファイル (*.evacplan.json *.json)</source>
            <translation>Plan files (*.evacplan.json *.json)</translation>
        </message>
        <message>
            <source>バックアップと控え (*.evacplan *.evacplan.before-*)</source>
            <translation>Backups and spare copies (*.evacplan *.evacplan.before-*)</translation>
        </message>
        <message>
            <source>取り込む計画のファイルを選んでください</source>
            <translation>Choose the plan file to import</translation>
        </message>
        <message>
            <source>バックアップか控えのファイルを選んでください</source>
            <translation>Choose a backup or spare copy</translation>
        </message>
        <message>
            <source>このファイルは暗号になりません。</source>
            <translation>This file will not be encrypted.</translation>
        </message>
        <message>
            <source>名前・住所・病気・連絡先が、だれにでも読める形で書き出されます。</source>
            <translation>Names, addresses, illnesses and contacts are written so that anybody can read them.</translation>
        </message>
        <message>
            <source>渡したい相手だけが開ける場所に保存し、用がすんだら消してください。メールで送らないでください。</source>
            <translation>Save it where only the intended person can open it, and delete it afterwards. Do not send it by e-mail.</translation>
        </message>
        <message>
            <source>暗号にせずに書き出す(&amp;E)</source>
            <translation>Write without &amp;encryption</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>入力した内容は保存してあります。</source>
            <translation>What you entered is saved.</translation>
        </message>
        <message>
            <source>最後の入力を保存できませんでした。画面に見えている内容を、紙に控えてください。</source>
            <translation>The last entry could not be saved. Please note what you see on the screen on paper.</translation>
        </message>
        <message>
            <source>何が起きたかは {file} に書きとめました。お名前や計画の中身は入っていません。</source>
            <translation>What happened was written to {file}. It holds no names and nothing of the plans.</translation>
        </message>
        <message>
            <source>何が起きたかを書きとめることもできませんでした。</source>
            <translation>What happened could not be written down either.</translation>
        </message>
        <message>
            <source>続けることもできますが、いちど終了して開き直すほうが安全です。</source>
            <translation>You can go on, but it is safer to quit and open the app again.</translation>
        </message>
        <message>
            <source>終了する(&amp;Q)</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>このまま続ける(&amp;C)</source>
            <translation>Go on all the same (&amp;C)</translation>
        </message>
        <message>
            <source>evacplan の不具合です。</source>
            <translation>This is a fault of evacplan.</translation>
        </message>
    </context>
    <context>
        <name>findings</name>
        <message>
            <source>危険</source>
            <translation>Danger</translation>
        </message>
        <message>
            <source>注意</source>
            <translation>Caution</translation>
        </message>
        <message>
            <source>参考</source>
            <translation>Note</translation>
        </message>
    </context>
    <context>
        <name>kana</name>
        <message>
            <source>入力した読みから、ふりがなを入れました。合っているか確かめてください。</source>
            <translation>The reading was filled in from what you typed. Please check it.</translation>
        </message>
    </context>
    <context>
        <name>keys</name>
        <message>
            <source>次の未記入へ</source>
            <translation>Next unanswered</translation>
        </message>
        <message>
            <source>前の未記入へ</source>
            <translation>Previous unanswered</translation>
        </message>
        <message>
            <source>次の未確認か古い確認へ</source>
            <translation>Next not confirmed or old confirmation</translation>
        </message>
        <message>
            <source>次のページ</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>前のページ</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>項目を名前でさがす</source>
            <translation>Find a question by name</translation>
        </message>
        <message>
            <source>たたんだ項目を出す、またはたたむ</source>
            <translation>Show or fold away folded questions</translation>
        </message>
        <message>
            <source>なし</source>
            <translation>None</translation>
        </message>
        <message>
            <source>わからない</source>
            <translation>Don’t know</translation>
        </message>
        <message>
            <source>確認した</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>ほかの人と確認した</source>
            <translation>Confirmed with somebody else</translation>
        </message>
        <message>
            <source>このページの答えをまとめて確認した</source>
            <translation>Confirm all answers of this page</translation>
        </message>
        <message>
            <source>住所の県の窓口を入れる</source>
            <translation>Fill in the prefecture’s contacts</translation>
        </message>
        <message>
            <source>元に戻す</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>やり直す</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>1件加える</source>
            <translation>Add an entry</translation>
        </message>
        <message>
            <source>1件取り出す</source>
            <translation>Remove an entry</translation>
        </message>
        <message>
            <source>前へ動かす</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>後へ動かす</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>次の欄、前の欄へ</source>
            <translation>Next field, previous field</translation>
        </message>
        <message>
            <source>入力を決めて次の欄へ</source>
            <translation>Take the entry and go to the next field</translation>
        </message>
        <message>
            <source>選択肢やカードの中を動く</source>
            <translation>Move among choices and cards</translation>
        </message>
        <message>
            <source>その順番の選択肢を選ぶ（長い一覧では 12 のように続けて打つ）</source>
            <translation>Choose by number (in a long list type on, e.g. 12)</translation>
        </message>
        <message>
            <source>選んだ答えを空に戻す</source>
            <translation>Clear the chosen answer</translation>
        </message>
        <message>
            <source>写真や地図の欄に、コピーした画像を入れる</source>
            <translation>Put a copied picture into a picture field</translation>
        </message>
        <message>
            <source>人や会社の欄で、計画に出てくる名前の一覧を開く</source>
            <translation>In a field for people or firms: list the names of the plan</translation>
        </message>
        <message>
            <source>文字 と ↓</source>
            <translation>Letters and ↓</translation>
        </message>
        <message>
            <source>「どの項目」の欄で、その文字を含む項目の一覧を開く</source>
            <translation>In the field “which question”: list the questions with these letters</translation>
        </message>
        <message>
            <source>機種の欄で、知られている機種の一覧を開く</source>
            <translation>In the field for the model: list known models</translation>
        </message>
        <message>
            <source>1番目から9番目のページへ</source>
            <translation>To pages 1 to 9</translation>
        </message>
        <message>
            <source>10番目から18番目のページへ</source>
            <translation>To pages 10 to 18</translation>
        </message>
    </context>
    <context>
        <name>ledger</name>
        <message>
            <source>台帳を置くフォルダを選んでください</source>
            <translation>Choose a folder for the ledger</translation>
        </message>
        <message>
            <source>「{names}」を書き出しました。</source>
            <translation>“{names}” was written.</translation>
        </message>
    </context>
    <context>
        <name>linking</name>
        <message>
            <source>同じ名前が書いてあった{count}か所を、この1件とつなぎました。Ctrl+Z で元に戻せます。</source>
            <translation>{count} places with the same name were linked to this entry. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>電話番号は、前に書いたものを入れました。声に出して確かめてください。</source>
            <translation>The phone number written earlier was filled in. Read it aloud to check.</translation>
        </message>
        <message>
            <source>「{field}」の名前の人は、一覧に何人かいます。その欄で ↓ を押して選びます。</source>
            <translation>Several people in the lists have the name in “{field}”. Press ↓ in that field to choose one.</translation>
        </message>
        <message>
            <source>「{field}」の名前は、家族や支援者の一覧にありません。その欄で ↓ を押すと、選ぶか、加えられます。</source>
            <translation>The name in “{field}” is not in the lists. Press ↓ in that field to choose somebody, or to add it to supporters, family and so on.</translation>
        </message>
        <message>
            <source>「{name}」を「{label}」に加える</source>
            <translation>Add “{name}” to “{label}”</translation>
        </message>
        <message>
            <source>「{label}」に1件加えました。電話などは、そのページで書きます。Ctrl+Z で元に戻せます。</source>
            <translation>One entry was added to “{label}”. Phone and the rest are entered on that page. Ctrl+Z undoes it.</translation>
        </message>
    </context>
    <context>
        <name>marks</name>
        <message>
            <source>確認から{months}か月を過ぎました。もう一度確かめましょう。</source>
            <translation>Confirmed more than {months} months ago. Please confirm again.</translation>
        </message>
    </context>
    <context>
        <name>meeting</name>
        <message>
            <source>宿題が {count}件あります（期限切れ {late}件）。</source>
            <translation>There are {count} tasks ({late} overdue). </translation>
        </message>
        <message>
            <source>宿題が {count}件あります。</source>
            <translation>There are {count} tasks. </translation>
        </message>
        <message>
            <source>見直しの期限を過ぎています。</source>
            <translation>The review is overdue. </translation>
        </message>
        <message>
            <source>会議をはじめるときは Ctrl+M です。</source>
            <translation>Ctrl+M starts a meeting.</translation>
        </message>
    </context>
    <context>
        <name>packs</name>
        <message>
            <source>なし</source>
            <translation>None</translation>
        </message>
        <message>
            <source>{where}：項目「{label}」が加わります。のる紙：{after}</source>
            <translation>{where}: question “{label}” is added. Printed on: {after}</translation>
        </message>
        <message>
            <source>{where}：項目「{label}」がなくなります。書いてある答えは、計画に残ります。</source>
            <translation>{where}: question “{label}” is removed. Answers given stay in the plan.</translation>
        </message>
        <message>
            <source>{where}：項目の名前「{before}」が「{after}」に変わります。</source>
            <translation>{where}: question “{before}” is now called “{after}”.</translation>
        </message>
        <message>
            <source>{where}：「{label}」の短い名前「{before}」が「{after}」に変わります。</source>
            <translation>{where}: the short name of “{label}” changes from “{before}” to “{after}”.</translation>
        </message>
        <message>
            <source>{where}：「{label}」の説明が変わります。
前：{before}
後：{after}</source>
            <translation>{where}: the help of “{label}” changes.
Before: {before}
After: {after}</translation>
        </message>
        <message>
            <source>{where}：「{label}」の例が変わります。
前：{before}
後：{after}</source>
            <translation>{where}: the example of “{label}” changes.
Before: {before}
After: {after}</translation>
        </message>
        <message>
            <source>{where}：「{label}」が「{before}」から「{after}」に変わります。</source>
            <translation>{where}: “{label}” changes from “{before}” to “{after}”.</translation>
        </message>
        <message>
            <source>{where}：「{label}」ののる紙が変わります。
前：{before}
後：{after}</source>
            <translation>{where}: “{label}” is printed on other papers.
Before: {before}
After: {after}</translation>
        </message>
        <message>
            <source>節の名前「{before}」が「{after}」に変わります。</source>
            <translation>Section “{before}” is now called “{after}”.</translation>
        </message>
        <message>
            <source>{where}：声に出す言葉が変わります。
前：{before}
後：{after}</source>
            <translation>{where}: the words to say aloud change.
Before: {before}
After: {after}</translation>
        </message>
        <message>
            <source>{where}：節の理由が変わります。
前：{before}
後：{after}</source>
            <translation>{where}: the reason of the section changes.
Before: {before}
After: {after}</translation>
        </message>
        <message>
            <source>選ぶ言葉「{before}」が「{after}」に変わります。</source>
            <translation>The choice “{before}” becomes “{after}”.</translation>
        </message>
        <message>
            <source>「{where}」の紙面の順番と形が変わります。</source>
            <translation>The order and shape of the paper “{where}” change.</translation>
        </message>
        <message>
            <source>市町村提出用の上のしるし（ロゴ）が変わります。</source>
            <translation>The logo at the head of the municipality edition changes.</translation>
        </message>
        <message>
            <source>項目ではない言葉（{where}）が変わります。</source>
            <translation>Words that belong to no question change ({where}).</translation>
        </message>
        <message>
            <source>必須</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>なるべく書く</source>
            <translation>fill in if you can</translation>
        </message>
        <message>
            <source>あれば書く</source>
            <translation>fill in if there is one</translation>
        </message>
        <message>
            <source>どの紙にものりません</source>
            <translation>on no paper</translation>
        </message>
        <message>
            <source>いま、もとの様式を使っています。</source>
            <translation>The original forms are in use already.</translation>
        </message>
        <message>
            <source>閉じる(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>次に evacplan を始めたときから、この様式になります。</source>
            <translation>These forms are used from the next start of evacplan.</translation>
        </message>
        <message>
            <source>いまの画面と紙は、終了するまで変わりません。書いてある計画は、そのまま読めます。</source>
            <translation>The screens and papers of this session do not change. Plans can be read as before.</translation>
        </message>
        <message>
            <source>読み込む様式パックを選んでください</source>
            <translation>Choose the forms pack to load</translation>
        </message>
        <message>
            <source>様式パック (*.zip)</source>
            <translation>Forms packs (*.zip)</translation>
        </message>
    </context>
    <context>
        <name>paper</name>
        <message>
            <source>ご家族と、家に来てくれる人　停電の最初の数分に、離れていても読めるように貼っておきます。</source>
            <translation>The family and those who come to the home: hung up so that it can be read from afar in the first minutes of an outage.</translation>
        </message>
        <message>
            <source>外出先で居合わせた人と、救急隊　折りたたんで持ち歩くカードです。</source>
            <translation>Bystanders and ambulance crews when out: a card to fold and carry.</translation>
        </message>
        <message>
            <source>駆けつけて手伝う支援者　することと電話番号を伝えます。医療の細かな内容は載せません。</source>
            <translation>Supporters who come to help: what to do and whom to call. No medical detail.</translation>
        </message>
        <message>
            <source>下書き</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>控え{number:02}</source>
            <translation>copy{number:02}</translation>
        </message>
        <message>
            <source>第{number}版</source>
            <translation>Version {number}</translation>
        </message>
    </context>
    <context>
        <name>picture</name>
        <message>
            <source>画像のファイルを開けません。</source>
            <translation>The picture file cannot be opened.</translation>
        </message>
        <message>
            <source>ファイルが動かされたか、読む許可がありません。</source>
            <translation>The file was moved, or you may not read it.</translation>
        </message>
        <message>
            <source>ファイルをパソコンに写してから、もう一度選んでください。</source>
            <translation>Copy the file to this computer and choose it again.</translation>
        </message>
        <message>
            <source>この写真の形式（HEIC・AVIF）は読めません。</source>
            <translation>This kind of photo (HEIC, AVIF) cannot be read.</translation>
        </message>
        <message>
            <source>スマートフォンの節約用の形式です。</source>
            <translation>It is a space-saving kind of smartphones.</translation>
        </message>
        <message>
            <source>写真をJPEGで送ってもらうか、画面の写し（スクリーンショット）を使ってください。</source>
            <translation>Ask for the photo as JPEG, or use a screenshot.</translation>
        </message>
        <message>
            <source>PDFは画像として読めません。</source>
            <translation>A PDF cannot be read as a picture.</translation>
        </message>
        <message>
            <source>PDFは何枚もの紙をまとめた書類です。</source>
            <translation>A PDF is a document of many pages.</translation>
        </message>
        <message>
            <source>使うページを画面に出し、画面の写し（スクリーンショット）を貼り付けてください。</source>
            <translation>Show the page you need on the screen and paste a screenshot.</translation>
        </message>
        <message>
            <source>画像が小さすぎます。</source>
            <translation>The picture is too small.</translation>
        </message>
        <message>
            <source>紙に刷っても、何も読み取れません。</source>
            <translation>Nothing could be recognised in print.</translation>
        </message>
        <message>
            <source>もとの大きな画像を選んでください。</source>
            <translation>Choose the original, larger picture.</translation>
        </message>
        <message>
            <source>画像が大きすぎます。</source>
            <translation>The picture is too large.</translation>
        </message>
        <message>
            <source>読むのに、このパソコンのメモリを使い切るおそれがあります。</source>
            <translation>Reading it could use up the memory of this computer.</translation>
        </message>
        <message>
            <source>写真のアプリで小さくするか、画面の写し（スクリーンショット）を使ってください。</source>
            <translation>Make it smaller in a photo app, or use a screenshot.</translation>
        </message>
        <message>
            <source>この画像は読めません。</source>
            <translation>This picture cannot be read.</translation>
        </message>
        <message>
            <source>ファイルが途中で切れているか、こわれています。</source>
            <translation>The file is cut off or damaged.</translation>
        </message>
        <message>
            <source>もう一度写してもらうか、別の画像を選んでください。</source>
            <translation>Take it again, or choose another picture.</translation>
        </message>
        <message>
            <source>JPEG・PNG・GIF・BMP・WebPの画像ではありません。</source>
            <translation>It is no JPEG, PNG, GIF, BMP or WebP picture.</translation>
        </message>
        <message>
            <source>JPEG か PNG の画像を選んでください。</source>
            <translation>Choose a JPEG or PNG picture.</translation>
        </message>
    </context>
    <context>
        <name>promise</name>
        <message>
            <source>避難先と受け入れ病院は同じ病院なので、受け入れの約束を両方に入れました。Ctrl+Z で元に戻せます。</source>
            <translation>Destination and receiving hospital are the same hospital, so the promise now stands at both. Ctrl+Z takes it back.</translation>
        </message>
    </context>
    <context>
        <name>read_only</name>
        <message>
            <source>その画面を前に出す(&amp;F)</source>
            <translation>Bring that window to the &amp;front</translation>
        </message>
        <message>
            <source>読むだけで開く(&amp;R)</source>
            <translation>Open for &amp;reading only</translation>
        </message>
        <message>
            <source>やめる(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>evacplan は、すでに開いています。</source>
            <translation>evacplan is already open.</translation>
        </message>
        <message>
            <source>{who}開いています。</source>
            <translation>The data is open {who}.</translation>
        </message>
        <message>
            <source>同じデータを2つの画面で書きかえると、片方の入力が失われます。見るだけなら、ここでも開けます。</source>
            <translation>If two windows change the same data, what one enters is lost. You can open it here to read.</translation>
        </message>
        <message>
            <source>このパソコンの別の画面で、</source>
            <translation>in another window on this computer</translation>
        </message>
        <message>
            <source>パソコン「{machine}」の {user} さんが、</source>
            <translation>on computer “{machine}” by {user}</translation>
        </message>
        <message>
            <source>パソコン「{machine}」で、</source>
            <translation>on computer “{machine}”</translation>
        </message>
        <message>
            <source>{month}月{day}日 {hour}時{minute:02}分から</source>
            <translation> since {month}/{day} {hour}:{minute:02}</translation>
        </message>
    </context>
    <context>
        <name>sides</name>
        <message>
            <source>「変わったことを書く」の続きには、Ctrl+G で戻ります。</source>
            <translation>Ctrl+G brings you back to “Record a change”.</translation>
        </message>
        <message>
            <source>机上訓練には、Ctrl+T で戻ります。</source>
            <translation>Ctrl+T brings you back to the tabletop drill.</translation>
        </message>
    </context>
    <context>
        <name>veil</name>
        <message>
            <source>画面には出していません</source>
            <translation>Not shown on the screen</translation>
        </message>
        <message>
            <source>画面には出していません（F7 で見せる）</source>
            <translation>Not shown on the screen (F7 shows it)</translation>
        </message>
    </context>
</TS>
