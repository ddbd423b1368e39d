"""The rules: pure functions over plain values, and the words they are written in.

Nothing here does I/O: no network, no database, no files, no clock, no chance; `now` is an argument.

    incident    sự cố          something wrong that a person must take, work and close
    kind        loại sự cố     what it is; decides how urgent it begins and whether it pages
    severity    mức độ         how fast people must be woken: low, normal, high, critical
    ladder      bậc gọi trực   the steps by which people are paged until one of them takes it
    page        gọi trực       a message meant to wake one person about one incident
    owner       người xử lý    who has taken the incident
    watch       đợt trực       a period with posts that must be covered
    shift       ca trực        one person at one post from one instant to another
    campaign    đợt yêu cầu    what every agency addressed must do and report by a date
    playbook    phương án      what is done about a kind of incident, phase by phase
    deadline    thời hạn       until when something must be reported or handed in
    refused     từ chối        the rule says no, in a sentence the person sees; nothing changed
"""
