namespace Research.Experiments.SpeechEmotion;

/// <summary>Frames of clips, scaled in one of the three ways.</summary>
internal static class FrameScaler
{
    public static Matrix[] Apply(Matrix[] clips, int[] train, FrameScaling scaling) =>
        scaling switch
        {
            FrameScaling.TrainingFrames => Fitted(clips, Standardizer.Fit([.. train.Select(i => clips[i])])),
            FrameScaling.AllClipsByPlace => ByPlace(clips),
            _ => ParallelLoop.Select(clips.Length, i => WithinFrames(clips[i])),
        };

    /// <summary>Every frame's features brought to mean 0 and deviation 1 among themselves.</summary>
    public static Matrix WithinFrames(Matrix frames) => Standardizer.PerUtterance(frames.Transpose()).Transpose();

    /// <summary>A clip as one row, frame after frame.</summary>
    public static Matrix Rows(Matrix[] clips) => Matrix.OfRows([.. clips.Select(clip => clip.Values.ToArray())]);

    /// <summary>A row as a clip again.</summary>
    public static Matrix Frames(ReadOnlySpan<double> row, int features)
    {
        var clip = new Matrix(row.Length / features, features);
        row.CopyTo(clip.Values);
        return clip;
    }

    private static Matrix[] Fitted(Matrix[] clips, Standardizer standardizer) =>
        ParallelLoop.Select(clips.Length, i => standardizer.Apply(clips[i]));

    private static Matrix[] ByPlace(Matrix[] clips)
    {
        Matrix rows = Rows(clips);
        Matrix scaled = Standardizer.Fit(rows).Apply(rows);
        return [.. Enumerable.Range(0, clips.Length).Select(i => Frames(scaled.Row(i), clips[i].Columns))];
    }
}
