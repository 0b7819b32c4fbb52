using Research.Data.Tests.Images;

namespace Research.Data.Tests.Datasets;

/// <summary>A tiny GTZAN: the list of its parts, and pictures of a few clips.</summary>
internal static class GtzanFolder
{
    /// <summary>Writes splits.csv: of the filtered list blues 0 and 2, metal 40; of the stratified one blues 1.</summary>
    public static void WriteSplits(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, "splits.csv"),
            "list,part,genre,number\nfault-filtered,train,blues,00000\nfault-filtered,validation,blues,00002\n"
                + "fault-filtered,test,metal,00040\nstratified,train,blues,00001\n"
        );

    /// <summary>Writes a picture whose pixel at row y, column x is y + 3·x modulo 256.</summary>
    public static void WritePicture(string folder, string file, int height, int width)
    {
        string path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, PngBuilder.Grey(height, width, (y, x) => (byte)(y + (3 * x))));
    }
}
