namespace Research.Experiments;

/// <summary>A table of spectrograms, as <see cref="SpectrogramChart"/> draws them: a row a frame, a column a frequency.</summary>
internal static class SpectrogramTable
{
    public const string Clip = "clip";
    public const string Seconds = "seconds";

    /// <param name="clips">What stands above each, and what is drawn; at least one, all of one sample rate.</param>
    public static ResultTable Of(string name, IReadOnlyList<(string Clip, Waveform Waveform)> clips)
    {
        SpeechPicture[] pictures = [.. clips.Select(clip => SpeechPicture.Of(clip.Waveform))];
        var table = new ResultTable(
            name,
            [
                Column.Text(Clip),
                Column.Number(Seconds, 3),
                .. pictures[0].Hertz.Select(hertz => Column.Number(FormattableString.Invariant($"{hertz:0}"), 0)),
            ]
        );
        for (int i = 0; i < pictures.Length; i++)
        {
            for (int t = 0; t < pictures[i].Decibels.Rows; t++)
            {
                table.Add([clips[i].Clip, pictures[i].Seconds(t), .. pictures[i].Decibels.Row(t).ToArray().Cast<object?>()]);
            }
        }

        return table;
    }
}
