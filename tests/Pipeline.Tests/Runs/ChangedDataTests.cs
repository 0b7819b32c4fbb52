using Research.Data;
using Research.Data.Locking;
using Research.Data.Store;
using Research.Pipeline.Runs;
using Research.Results.Tables;

namespace Research.Pipeline.Tests.Runs;

/// <summary>Data that change while a run computes with them: what was made is not kept, as nobody knows of which bytes it was made.</summary>
public sealed class ChangedDataTests : IDisposable
{
    private const string Before = "letter a";
    private const string After = "another letter";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_pinned_file_that_changes_while_tables_are_made_fails_them_and_keeps_nothing()
    {
        string file = Pin();
        Letters letters = new()
        {
            Data = [Letters.Pinned],
            Seeds = [1],
            Overwritten = file,
        };
        AssertRefused(letters, "dataset letters");
        File.WriteAllText(file, Before);
        StepResult again = Run(letters with { Overwritten = null });
        Assert.Equal(StepEnd.Made, again.End);
    }

    [Fact]
    public void A_pinned_file_that_vanishes_while_tables_are_made_fails_them_too()
    {
        string file = Pin();
        Letters letters = new()
        {
            Data = [Letters.Pinned],
            Seeds = [1],
            Removed = file,
        };
        AssertRefused(letters, "dataset letters");
    }

    [Fact]
    public void A_file_of_a_folder_that_changes_while_tables_are_made_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_project.Folder, Letters.Own.Folder));
        string file = Path.Combine(_project.Folder, Letters.Own.Folder, "a.txt");
        File.WriteAllText(file, Before);
        Letters letters = new()
        {
            Data = [Letters.Own],
            Seeds = [1],
            Overwritten = file,
        };
        AssertRefused(letters, "own-letters/a.txt");
    }

    [Fact]
    public void Tables_of_data_that_stay_as_they_were_are_kept()
    {
        Pin();
        Letters letters = new() { Data = [Letters.Pinned], Seeds = [1] };
        Assert.Equal(StepEnd.Made, Run(letters).End);
        Assert.True(Directory.Exists(Path.Combine([_project.Artifacts, "quick", .. letters.Target.Split('.')])));
    }

    private void AssertRefused(Letters letters, string changed)
    {
        StepResult refused = Run(letters);
        Assert.Equal(StepEnd.Failed, refused.End);
        Assert.Equal($"what it is made from changed while it ran ({changed}); nothing was kept, run again.", refused.Message);
        Assert.False(Directory.Exists(Path.Combine([_project.Artifacts, "quick", .. letters.Target.Split('.')])));
    }

    private StepResult Run(Letters letters) => _project.Run(letters).Single(result => result.Target == letters.Target);

    // The verified files of a dataset of one file, as the store has them after a download.
    private string Pin()
    {
        string fresh = Path.Combine(_project.Folder, "fresh");
        Directory.CreateDirectory(fresh);
        File.WriteAllText(Path.Combine(fresh, "a.txt"), Before);
        ContentDigest digest = ContentDigest.Of(fresh, ["a.txt"], new FileHashes(null, paranoid: true));
        var entry = new DatasetEntry
        {
            Id = Letters.Pinned.Id,
            Title = "Letters",
            Version = "1",
            Licence = "MIT",
            Citation = "none",
            HomePage = "none",
            Files = ["a.txt"],
            Count = 1,
            Bytes = digest.Bytes,
            Digest = digest.Value,
            Sources = [],
        };
        new DatasetLock { Datasets = [entry] }.Save(Path.Combine(_project.Folder, "datasets.lock"));
        using Project project = _project.Open();
        string folder = project.Inputs.Store.FolderOf(entry);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.Move(fresh, folder);
        return Path.Combine(folder, "a.txt");
    }

    /// <summary>Counts letters, and does to their file what it is told.</summary>
    private sealed record Letters : Experiment
    {
        public static PinnedDataset Pinned { get; } = new("letters", Read);

        public static FolderDataset Own { get; } = new("own", "own-letters", "*.txt", Read);

        public string? Overwritten { get; init; }

        public string? Removed { get; init; }

        public override string Question => "How many letters are there?";

        public override Measurement Tabulate(TableInputs inputs)
        {
            var table = new ResultTable("letters", Column.Count("n"));
            table.Add(inputs.Open(Data[0]).Items.Count);
            if (Overwritten is not null)
            {
                File.WriteAllText(Overwritten, After);
            }

            if (Removed is not null)
            {
                File.Delete(Removed);
            }

            return new([], [table]);
        }

        private static IReadOnlyList<Item> Read(string folder) => [new Item("a", "a", "s", null, new Waveform([1], 8000))];
    }
}
