using Research.Data.Images;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Grey pictures of GTZAN's clips as matrices: time down, frequency across from the lowest.</summary>
internal static class GtzanPictures
{
    /// <param name="folder">Holds gray/GENRE/*.png and splits.csv.</param>
    /// <param name="nameOf">From a file's name without extension to the clip's.</param>
    /// <param name="frames">Columns of a picture.</param>
    /// <param name="bins">Rows of a picture.</param>
    public static IReadOnlyList<Item> Read(string folder, Func<string, string> nameOf, int frames, int bins)
    {
        IReadOnlyDictionary<string, Subset> parts = Gtzan.Parts(folder);
        return
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "gray"), "*.png", SearchOption.AllDirectories)
                .Select(file => (file, clip: nameOf(Path.GetFileNameWithoutExtension(file))))
                .OrderBy(pair => pair.clip, StringComparer.Ordinal)
                .Select(pair => Gtzan.ItemOf(pair.clip, parts, new MatrixContent(() => Load(pair.file, frames, bins)))),
        ];
    }

    private static Matrix Load(string file, int frames, int bins)
    {
        Image image = PngReader.Read(file);
        if (image.Width != frames || image.Height != bins || image.Channels != 1)
        {
            throw new ResearchException(
                $"{file}: is a picture of {image.Height} × {image.Width} pixels with {image.Channels} channels; {bins} × {frames} grey ones are needed."
            );
        }

        var matrix = new Matrix(frames, bins);
        for (int t = 0; t < frames; t++)
        {
            for (int k = 0; k < bins; k++)
            {
                matrix[t, k] = image.Bytes[((bins - 1 - k) * frames) + t];
            }
        }

        return matrix;
    }
}
