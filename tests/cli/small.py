"""A small extract in which everything happens once, written by hand."""

from pathlib import Path

CONTACTS = """contact_id;patient_id;unit;date;diagnoses;procedures;profession;minutes;contact_type;room
A1;A;U1;2019-01-20;M54.5;UV118;;;visit;7
A2;A;u1 ;2019-02-01;M54.5 R52.9;UV 110;physician;1000;visit;7
A3;A;U1;20190301;M545;uv110;physiotherapist;1000;visit;7
A4;A;U1;2019-03-15;;ZV506;;;phone;7
A5;A;U1;2019-04-01;M54.5;UV114;psychologist;400;visit;7
A6;A;U1;2019-04-02;M54.5;UV114;psychologist;30;visit;7
B1;B;U2;2019-01-10;M79.7;UV118;;;;
B2;B;U2;2019-01-15;M79.7;UV115;physician;2000;;
B3;B;U2;2019-02-15;M79.7;UV115;psychologist;2000;;
B4;B;U2;2019-03-15;M79.7;UV115,GC001;physiotherapist;500;;
B5;B;U2;2019-05-31;M79.7;UV115|UV116;occupational_therapist;500;;
C1;C;U1;2019-06-01;M54.5;UV118;;;;
C2;C;U1;2019-06-03;M54.5;UV110;nurse;60;;
C3;C;U2;2019-09-01;M54.5;UV114;nurse;60;;
D1;D;U1;2019-06-01;M54.5;UV118;;;;
D2;D;U1;2019-06-03;M54.5;UV110;nurse;60;;
D3;D;U1;2019-09-01;M54.5;UV114;nurse;60;;
E1;E;U1;2019-12-01;M54.5;UV118,UV110;nurse;60;;
F1;F;U1;2013-05-01;M54.5;UV110;;;;
F2;F;U1;2013-06-01;M54.5;UV114;;;;
G1;=1+1;U1;2016-05-01;M54.5;UV110;;;;
G2;=1+1;U1;2016-06-01;M54.5;UV114;;;;
H1;H;U1;2019-12-31;J06.9;AA001;nurse;10;;
"""
PATIENTS = "patient_id;birth_date\nA;1980-05-05\nB;1970-01-31\nC;1990-02-28\nD;\nE;1985-01-01\n"
TEAMS = """team_id;unit;level;care_level;accredited_from;accredited_to;nrs_module;nrs_connected_from
T1;U1;MMR1;primary;2018-01-01;;primary;2018-01-01
T2;U2;MMR2;hospital;2018-01-01;2019-12-31;specialist;2018-01-01
"""
NRS = "patient_id;unit;module;date\nA;U1;primary;2019-02-01\nB;U2;specialist;2019-01-15\nD;U1;primary;2019-06-03\n"
INVOICES = """invoice_id;unit;product_code;month;quantity;amount
F1;U1;MMR1;2019-04;2;70000
F2;U2;90158;2019-06;1;55000
F3;U1;4711;2019-04;1;35000
F4;U1;MMR1;2013-06;1;35000
F5;U1;MMR1;2016-06;1;0
"""

APPROVED, APPROVED_2 = "A:MMR1:20190201:1", "B:MMR2:20190115:1"
DENIED, REVIEW, OPEN = "C:MMR1:20190603:1", "D:MMR1:20190603:1", "E:MMR1:20191201:1"

SERIES = """series_id,patient_id,level,guideline,start,end,start_unit,completion_unit,contacts,decision,amount
'=1+1:MMR1:20160501:1,'=1+1,MMR1,vgr-rehabgaranti-2015,2016-05-01,2016-06-01,U1,U1,2,review,
A:MMR1:20190201:1,A,MMR1,vgr-mmr-2019,2019-02-01,2019-04-01,U1,U1,4,approved,35000
B:MMR2:20190115:1,B,MMR2,vgr-mmr-2019,2019-01-15,2019-05-31,U2,U2,4,approved,55000
C:MMR1:20190603:1,C,MMR1,vgr-mmr-2019,2019-06-03,2019-09-01,U1,U2,2,denied,
D:MMR1:20190603:1,D,MMR1,vgr-mmr-2019,2019-06-03,2019-09-01,U1,U1,2,review,
E:MMR1:20191201:1,E,MMR1,vgr-mmr-2019,2019-12-01,,U1,,1,open,
F:MMR1:20130501:1,F,MMR1,,2013-05-01,2013-06-01,U1,U1,2,review,
"""
PAYMENTS = """unit,level,product_code,month,quantity,amount
U1,MMR1,MMR1,2019-04,1,35000
U2,MMR2,90158,2019-05,1,55000
"""
RECONCILIATION = """unit,level,product_code,period,invoiced,approved,difference,repayment,unbilled
U1,MMR1,MMR1,2016,1,0,1,,
U1,MMR1,MMR1,2016-06,1,0,1,,
U1,MMR1,MMR1,2019,2,1,1,35000,0
U1,MMR1,MMR1,2019-04,2,1,1,,
U2,MMR2,90158,2019,1,1,0,0,0
U2,MMR2,90158,2019-05,0,1,-1,,
U2,MMR2,90158,2019-06,1,0,1,,
"""
UNMATCHED = "source,id,reason\ninvoices,F3,product-code-unknown\ninvoices,F4,no-guideline\n"


def write(folder: Path, **tables: str) -> Path:
    """The small extract in a folder, with other tables in place of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    own = {"contacts": CONTACTS, "patients": PATIENTS, "teams": TEAMS, "nrs": NRS, "invoices": INVOICES}
    for name, text in {**own, **tables}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
