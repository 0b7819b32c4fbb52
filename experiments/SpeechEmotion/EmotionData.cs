using Research.Data;
using Research.Numerics;

namespace Research.Experiments.SpeechEmotion;

/// <summary>A corpus as the study's networks see it.</summary>
/// <param name="Frames">Of every clip, shape [frames, features].</param>
/// <param name="Classes">Of every clip.</param>
/// <param name="Labels">Names of the classes.</param>
/// <param name="Voiced">Of every clip, which frames are voiced; null where nothing asks.</param>
internal sealed record EmotionData(Matrix[] Frames, int[] Classes, IReadOnlyList<string> Labels, bool[][]? Voiced)
{
    public static EmotionData Of(Dataset data, Matrix[] frames) => new(frames, data.Classes(), data.Labels, null);
}
