using System.Globalization;
using Research.Results.Tables;

namespace Research.Report.Tests;

/// <summary>No rule for the cells of tables changes a committed one.</summary>
public class CommittedTablesTests
{
    public static TheoryData<string> Profiles => [.. Samples.Profiles];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_committed_table_is_written_again_byte_for_byte(string profile)
    {
        string[] files = Directory.GetFiles(Samples.FolderOf(profile), "*.csv", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file), Again(CsvTable.Load(file))));
    }

    private static string Again(CsvTable table)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var rows = new CsvRows(text))
        {
            rows.Add(table.Header);
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                rows.Add(row);
            }
        }

        return text.ToString();
    }
}
