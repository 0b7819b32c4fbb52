using System.CommandLine;
using Research.Cli.Commands;
using Research.Cli.Help;
using Research.Data;
using Research.Data.Audio.Wav;
using Research.Pipeline;
using Research.Results.Tables;

namespace Research.Cli.Data;

/// <summary>research data export: a generated dataset as WAV files with its labels and its truth, for ears and for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id")
        {
            Description = "A generated dataset, such as synthetic-digits.",
        }.CompletesDatasets();
        var folder = new Argument<string>("folder") { Description = "An empty folder, or one to be made." };
        return new ToolCommand(
            "export",
            "Writes a generated dataset as 16-bit WAV files, with clips.csv (labels), traits.csv and marks.csv (what is true of them).",
            ["research data export synthetic-speech-emotion sentences"]
        )
            .Taking(id, folder)
            .Doing(parsed => Export(parsed.GetValue(id)!, parsed.GetValue(folder)!));
    }

    private static int Export(string id, string folder)
    {
        GeneratedDataset generator = GeneratedData.Find(id);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UsageException($"{folder} is not empty; name an empty folder, or one to be made.");
        }

        Dataset data = generator.Make();
        Directory.CreateDirectory(folder);
        foreach (Item item in data.Items)
        {
            WavWriter.Write(Path.Combine(folder, item.Id + ".wav"), item.Waveform);
        }

        foreach (ResultTable table in new[] { Labels(data), Traits(data), Marks(data) })
        {
            File.WriteAllText(Path.Combine(folder, table.Name + ".csv"), table.ToCsv());
        }

        Terminal.Say($"{id}: {data.Items.Count} WAV files, clips.csv, traits.csv and marks.csv in {folder}");
        return ExitCodes.Well;
    }

    private static ResultTable Labels(Dataset data)
    {
        var table = new ResultTable("clips", [.. Column.Texts("clip", "label", "speaker", "part")]);
        foreach (Item item in data.Items)
        {
            table.Add(item.Id, item.Label, item.Group, $"{item.Subset}".ToLowerInvariant());
        }

        return table;
    }

    private static ResultTable Traits(Dataset data)
    {
        var table = new ResultTable("traits", [.. Column.Texts("clip", "trait"), Column.Number("value", 6)]);
        foreach (Item item in data.Items)
        {
            foreach ((string name, double value) in item.Targets)
            {
                table.Add(item.Id, name, value);
            }
        }

        return table;
    }

    private static ResultTable Marks(Dataset data)
    {
        var table = new ResultTable(
            "marks",
            [
                .. Column.Texts("clip", "mark"),
                .. Column.Numbers(6, "start", "end"),
                Column.Text("measure"),
                Column.Number("value", 6),
            ]
        );
        foreach ((Item item, Mark mark) in data.Items.SelectMany(item => item.Marks.Select(mark => (item, mark))))
        {
            foreach ((string name, double value) in mark.Values.DefaultIfEmpty(new("", double.NaN)))
            {
                table.Add(item.Id, mark.Label, mark.StartSeconds, mark.EndSeconds, name, double.IsNaN(value) ? null : value);
            }
        }

        return table;
    }
}
