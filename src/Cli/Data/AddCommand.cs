using System.CommandLine;
using System.Globalization;
using Research.Cli.Commands;
using Research.Data;
using Research.Data.Locking;
using Research.Data.Own;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>research data add: makes a folder of recordings, of arrays, or a table of features, a dataset of the user's own.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The dataset's name: letters, digits, '-', '_' and '.'." };
        var source = new Argument<string>("source")
        {
            Description =
                "A folder of recordings or of NumPy arrays (.npy, .npy.gz), folders in it too; or a CSV table of features, whose column 'file' names the items.",
        };
        var labels = new Option<string?>("--labels")
        {
            Description = "CSV: file (its path below the folder), label and, if wanted, part (train, validation, test).",
        };
        var course = new Option<bool>("--course")
        {
            Description =
                "The folder is the course's archive of fused spectrograms: train and test, train_labels.txt and test_labels.txt, which say the labels.",
        };
        var group = new Option<string?>("--group")
        {
            Description = "Column of the labels that says what a split keeps together, such as speaker.",
        };
        var rate = new Option<int?>("--rate")
        {
            Description = "Sample rate, hertz, to which all recordings are brought; as they are by default.",
        };
        var whole = new Option<bool>("--whole")
        {
            Description =
                "The folder holds all of a dataset of which the package pins a part, such as eerola-360-audio, or big-set, laid out as that is.",
        };
        return new ToolCommand(
            "add",
            "Makes recordings, arrays or features a dataset of your own: checks the labels, stores the content, pins it in datasets.local.lock.",
            [
                "research data add birds recordings/birds --labels birds.csv --group recordist",
                "research data add fma-genres fma_genre_spectrograms --course",
                "research data add eerola-360-audio downloads/soundtracks --whole",
            ]
        )
            .Taking(name, source, labels, group, rate, course, whole)
            .Doing(parsed =>
            {
                (string own, string path) = (parsed.GetValue(name)!, parsed.GetValue(source)!);
                (string? said, bool archive) = (parsed.GetValue(labels), parsed.GetValue(course));
                return parsed.GetValue(whole)
                    ? WholeDataset.Add(own, path, otherOptions: said is not null || archive)
                    : Add(own, () => OwnInput.Of(path, said, parsed.GetValue(group), parsed.GetValue(rate), archive));
            });
    }

    private static int Add(string name, Func<OwnInput> read)
    {
        string root = Checkout.Here();
        CheckName(name, root);
        (OwnSource source, IReadOnlyList<OwnItem> items, bool grouped) = read();
        OwnCheck.Check(items, source.Present(items), source.Things, grouped);
        DatasetEntry entry = Store(name, source, items);
        LocalLock.Pin(entry, root);
        Terminal.Say(
            $"{name}: {items.Count} {source.Things}, {Learned(items)}; pinned in {DatasetLock.LocalFileName} to {entry.Digest}"
        );
        return ExitCodes.Well;
    }

    private static string Learned(IReadOnlyList<OwnItem> items) =>
        items[0].Targets.Count > 0
            ? string.Join(", ", items[0].Targets.Keys.Order(StringComparer.Ordinal))
            : string.Create(CultureInfo.InvariantCulture, $"{items.Select(item => item.Label).Distinct().Count()} classes");

    private static DatasetEntry Store(string name, OwnSource source, IReadOnlyList<OwnItem> items) =>
        LocalLock.Store(
            name,
            (fresh, hashes) =>
            {
                source.Write(items, fresh);
                return LocalLock.Digested(EntryOf(name, source.Files), fresh, hashes);
            }
        );

    private static void CheckName(string name, string root)
    {
        if (!DatasetLock.IsId(name))
        {
            throw new UsageException($"'{name}' is no name for a dataset: at most 64 letters, digits, '-', '_' and '.' are.");
        }

        DatasetLock known = DatasetLock.Load(Checkout.LockFile(root));
        IEnumerable<string> ids = known.Datasets.Select(entry => entry.Id).Concat(known.Generated.Select(entry => entry.Id));
        if (ids.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"'{name}' is a dataset of the package; choose another name.");
        }
    }

    private static DatasetEntry EntryOf(string name, IReadOnlyList<string> files) =>
        new()
        {
            Id = name,
            Title = name,
            Version = "own",
            Licence = "yours",
            Citation = "Your own data.",
            HomePage = "",
            Files = files,
            Count = 0,
            Bytes = 0,
            Digest = "",
            Sources = [],
        };
}
