using Research.Data.Arrays;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>The archive of the study 'genre and affect': fused spectrograms in train and test, their labels in train_labels.txt and test_labels.txt.</summary>
/// <remarks>
/// An array has 140 rows, 128 mel bands in decibels above 12 chroma bands, and a column a frame; it is stored the other way round, shape [frames, 140]. Without
/// test_labels.txt the folder train is all there is, and no item has a part.
/// </remarks>
public sealed class CourseArchive : OwnFiles
{
    private const int Bands = 140;

    private readonly HashSet<string> _left;

    private CourseArchive(string folder, IReadOnlyList<OwnItem> items, IEnumerable<string> left)
        : base(folder) => (Items, _left) = (items, [.. left]);

    /// <summary>As the label files say it: genres merged, or valence, energy and danceability.</summary>
    public IReadOnlyList<OwnItem> Items { get; }

    public override string Things => "arrays";

    private protected override string Place => "arrays";

    private protected override string StoredExtension => OwnArrays.Extension;

    /// <summary>Reads the labels; arrays are read when they are stored.</summary>
    /// <exception cref="ResearchException">A label file has a fault; the message names file and line.</exception>
    public static CourseArchive Open(string folder)
    {
        CourseLabels train = CourseLabels.Read(folder, "train");
        if (!CourseLabels.Exist(folder, "test"))
        {
            return new(folder, train.Items, train.Dropped.Concat(CourseLabels.Arrays(folder, "test")));
        }

        CourseLabels test = CourseLabels.Read(folder, "test");
        IEnumerable<OwnItem> parted = Parted(train, Subset.Train).Concat(Parted(test, Subset.Test));
        return new(folder, [.. parted], train.Dropped.Concat(test.Dropped));
    }

    private protected override bool IsOne(string file) => OwnArrays.Is(file) && !_left.Contains(file);

    private protected override void Store(string source, string target)
    {
        Matrix matrix = OwnArrays.Load(source);
        if (matrix.Rows != Bands)
        {
            throw new ResearchException(
                $"{source}: has the shape ({matrix.Rows}, {matrix.Columns}); {Bands} rows are needed, 128 mel bands above 12 chroma bands."
            );
        }

        using FileStream file = File.Create(target);
        NpyWriter.Write(file, matrix.Transpose());
    }

    private static IEnumerable<OwnItem> Parted(CourseLabels labels, Subset subset) =>
        labels.Items.Select(item => item with { Subset = subset });
}
