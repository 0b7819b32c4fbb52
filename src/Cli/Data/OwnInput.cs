using Research.Data;
using Research.Data.Own;
using Research.Features.Sampling;
using Research.Pipeline;

namespace Research.Cli.Data;

/// <summary>What a user adds: the things themselves, and what the labels say of them.</summary>
/// <param name="Grouped">Whether the user named a column of groups.</param>
internal sealed record OwnInput(OwnSource Source, IReadOnlyList<OwnItem> Items, bool Grouped)
{
    /// <param name="path">A folder or a table.</param>
    /// <param name="labels">Path of the labels; null for the course's archive, which has its own.</param>
    /// <param name="group">Column of the groups; null where each item stands alone.</param>
    /// <param name="rate">Sample rate that recordings are brought to; null to leave them.</param>
    /// <exception cref="UsageException">The options do not go together, or there is nothing at the path.</exception>
    public static OwnInput Of(string path, string? labels, string? group, int? rate, bool course)
    {
        if (rate is < 1 or > Waveform.HighestRateHz)
        {
            throw new UsageException($"--rate {rate}: a sample rate from 1 to {Waveform.HighestRateHz} Hz is needed.");
        }

        if (course == (labels is not null))
        {
            throw new UsageException("One of --labels and --course is needed: who says what the items are.");
        }

        return course ? OfCourse(path, group, rate) : OfLabels(path, new OwnLabels(labels!, group), group is not null, rate);
    }

    private static OwnInput OfCourse(string folder, string? group, int? rate)
    {
        if (group is not null || rate is not null)
        {
            throw new UsageException("--group and --rate do not go with --course: its tracks stand alone, and they are arrays.");
        }

        var archive = CourseArchive.Open(folder);
        return new(archive, archive.Items, Grouped: false);
    }

    private static OwnInput OfLabels(string path, OwnLabels labels, bool grouped, int? rate)
    {
        bool isTable = File.Exists(path);
        IReadOnlyList<OwnItem> items = labels.Read(isTable);
        return new(isTable ? OwnFeatures.Read(path, labels.Columns) : SourceOf(path, items, rate), items, grouped);
    }

    private static OwnSource SourceOf(string folder, IReadOnlyList<OwnItem> items, int? rate)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{folder}: there is no such folder, nor a table of that name.");
        }

        string[] arrays = [.. items.Select(item => item.File).Where(OwnArrays.Is)];
        Func<Waveform, Waveform>? change = rate is { } hertz ? wave => RateChange.Of(wave, RateSettings.To(hertz)) : null;
        return arrays.Length == 0 ? new OwnSounds(folder, change, Terminal.Complain)
            : arrays.Length < items.Count
                ? throw new UsageException(
                    $"{arrays.Length} of the {items.Count} items are arrays (such as {arrays[0]}), the others are not; a dataset holds one kind."
                )
            : rate is not null ? throw new UsageException("--rate is for recordings; these are arrays.")
            : new OwnArrays(folder);
    }
}
