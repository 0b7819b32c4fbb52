namespace Research.Experiments.Digits;

/// <summary>Vectors of one form, by a name for people.</summary>
/// <param name="Name">As tables have it.</param>
/// <param name="Document">The document that published figures of them; empty for none.</param>
internal sealed record VectorSource(string Name, string Document, MfccFrames Frames, VectorForm Form)
{
    public static VectorSource First =>
        new("digits-1 as published", DigitSettings.First, DigitSettings.Digits1Frames, VectorForm.JoinedAlongTime);

    public static VectorSource Second =>
        new("digits-2 as published", DigitSettings.Second, DigitSettings.Reflected, VectorForm.AcrossCoefficients);

    public static VectorSource Corrected => new("corrected", "", DigitSettings.Reflected, VectorForm.OverTime);

    /// <summary>The target that holds them.</summary>
    public VectorSet On(DatasetRef data) => Frames.VectorsOn(data, Form);
}
