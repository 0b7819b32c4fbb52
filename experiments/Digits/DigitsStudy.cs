namespace Research.Experiments.Digits;

/// <summary>
/// Can single spoken digits be recognised, and what does it take? Two reports of a university laboratory (digits-1, digits-2) ask it with the same steps:
/// vowels in Praat, MFCC and what can be seen in them, one vector a recording and classical classifiers on 133 recordings of the course; then, on the 3,000
/// recordings of FSDD, hidden Markov models with Gaussian mixtures and recurrent nets.
/// </summary>
internal sealed class DigitsStudy : IDeclaresStudy
{
    public static Study Study { get; } = StudyFolder.Of(typeof(DigitsStudy), "Isolated spoken digits");
}
