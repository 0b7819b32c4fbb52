using Research.Report.Input;
using Research.Results.Folders;

namespace Research.Report.Tests;

/// <summary>What the report says of receipts.</summary>
public sealed class ReceiptInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Machines_and_their_kinds_are_counted_and_trainings_beside_them()
    {
        ReceiptInput receipts = Of(
            "Digits.Lstm,f1,one,X64,Linux,cpu,2026-11-29,",
            "Digits.Lstm,f1,two,Arm64,macOS,cpu,2026-11-29,",
            "Digits.Lstm/3,f1,one,X64,Linux,cpu,2026-11-29,",
            "Digits.LstmGrid,f2,two,X64,Linux,cpu,2026-11-29,"
        );
        Assert.Equal(
            "the same bits on 2 machines (Arm64, X64); of its trainings, 1 gave the same bits elsewhere",
            receipts.Sentence("Digits.Lstm", "f1")
        );
        Assert.Equal("the same bits on 1 machine (X64)", receipts.Sentence("Digits.LstmGrid", "f2"));
        Assert.Null(receipts.Sentence("Digits.Mlp", "f1"));
    }

    [Fact]
    public void One_contradiction_is_all_that_is_said() =>
        Assert.Equal(
            "CONTRADICTED: other bits on two",
            Of("A.B,f,one,X64,Linux,cpu,2026-11-29,", "A.B/2,f,two,X64,Linux,cpu,2026-11-29,predictions.csv").Sentence("A.B", "f")
        );

    [Fact]
    public void Receipts_of_other_tables_than_those_that_are_shown_say_nothing()
    {
        ReceiptInput receipts = Of("A.B,before,one,X64,Linux,cpu,2026-11-29,", "A.B/2,before,one,X64,Linux,cpu,2026-11-29,x.csv");
        Assert.Null(receipts.Sentence("A.B", "now"));
        Assert.Null(receipts.Sentence("A.B", null));
    }

    [Fact]
    public void A_folder_without_receipts_says_nothing() => Assert.Null(ReceiptInput.Find(_folder));

    private ReceiptInput Of(params string[] rows)
    {
        File.WriteAllText(
            Path.Combine(_folder, ReceiptFile.Table),
            string.Join('\n', [string.Join(',', ReceiptFile.Columns), .. rows, ""])
        );
        return ReceiptInput.Find(_folder)!;
    }
}
