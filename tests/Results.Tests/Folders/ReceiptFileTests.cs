using Research.Results.Folders;

namespace Research.Results.Tests.Folders;

public class ReceiptFileTests
{
    // Committed files have these headings: another order or another name would make them unreadable.
    [Fact]
    public void Its_columns_are_what_committed_files_have() =>
        Assert.Equal(
            ["target", "tables", "machine", "architecture", "system", "device", "date", "differing"],
            ReceiptFile.Columns
        );
}
