using Research.Data.Locking;
using Research.Results.Tables;

namespace Workspace;

public static class Pages
{
    public static void Write(string results, DatasetLock pins, string output)
    {
        string[] files = Directory.GetFiles(results, "*.csv", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var page = new System.Text.StringBuilder();
        page.Append("# Results on ").Append(pins.Datasets.Count).Append(" pinned datasets\n\n");
        foreach (string file in files)
        {
            CsvTable table = CsvTable.Load(file);
            page.Append(Path.GetRelativePath(results, file).Replace('\\', '/')).Append(' ').Append(Bars.Of(table)).Append('\n');
        }

        File.WriteAllText(Path.Combine(output, "REPORT.md"), page.ToString());
    }
}

public static class Bars
{
    public static string Of(CsvTable table) => new('#', table.Rows.Count);
}
