using System.Text.RegularExpressions;

namespace Research.Report.Words;

/// <summary>Words of the field and of this package that a reader may not know, each with what it means.</summary>
internal static partial class Glossary
{
    private static readonly (string Word, string Meaning)[] All =
    [
        ("claim", "one figure that a study published, with its place in the original"),
        ("variant", "a model with its settings"),
        ("split", "the part of the data that a figure was measured on"),
        ("train", "the part of the data that a model learns from"),
        ("validation", "data that a model does not learn from, but by which its settings are chosen"),
        ("test", "data that neither learning nor choosing has seen"),
        ("leave-one-speaker-out", "each speaker is tested by a model that learnt from all the others"),
        ("seed", "the number that random choices follow from; another seed is another run"),
        ("sd", "standard deviation over the runs"),
        ("low", "lower end of the 95 % interval"),
        ("high", "upper end of the 95 % interval"),
        ("95 % interval", "of the mean over seeds, or the middle 95 % of the runs where the split or the marks differ"),
        ("timed", "a published duration: ours, on another machine, stands in timings.csv and is not compared"),
        ("accuracy", "share of items that are recognised"),
        (
            "uar",
            "unweighted average recall: the share recognised of each class, averaged over the classes, so that a rare class counts like a common one"
        ),
        (
            "f1",
            "harmonic mean of precision (how much of what is called a class belongs to it) and recall (how much of a class is found)"
        ),
        ("macro", "mean over the classes, each with the same weight"),
        ("confusion", "how many items of each true class were taken for which class"),
        ("loss", "what training makes small; lower is better"),
        ("mse", "mean squared error; lower is better"),
        ("epoch", "one pass over the training data"),
        ("dropout", "share of a layer's values that training sets to zero, against learning by heart"),
        ("l2", "weight decay: a cost on large weights, against learning by heart"),
        ("mfcc", "mel-frequency cepstral coefficients: a few numbers that say how a sound's spectrum is shaped, a frame"),
        ("mfsc", "the logarithms of the mel bands from which MFCC are computed"),
        ("gmm-hmm", "hidden Markov model whose states are mixtures of Gaussian densities"),
        ("mixtures", "Gaussian densities a state of a hidden Markov model"),
        ("lstm", "long short-term memory: a recurrent network, which reads a sound frame by frame"),
        ("bilstm", "a recurrent network that reads forwards and backwards"),
        ("blstm", "a recurrent network that reads forwards and backwards"),
        ("gru", "a recurrent network with fewer gates than an LSTM"),
        ("knn", "k nearest neighbours: the class that most of the k most similar training items have"),
        ("svm", "support vector machine: the widest margin between two classes"),
        ("mlp", "multilayer perceptron: a network of fully connected layers"),
        ("pca", "principal component analysis: the few directions along which the data vary most"),
        ("pc1", "the direction along which the data vary most; pc2 and pc3 are the next two"),
        ("mcnemar", "test whether two models that saw the same items differ: p is the chance of so large a difference by luck"),
        ("formant", "a resonance of the mouth and throat; F1 to F3 are the lowest three, in hertz"),
        ("packed", "clips of different length one after another in a batch, without padding"),
        ("padded", "clips of a batch filled up to one length with zeros"),
        ("smote", "invented items between neighbouring ones of a rare class"),
        ("fsdd", "Free Spoken Digit Dataset: 3,000 recordings of English digits by six speakers"),
        ("emodb-4", "EMO-DB, the Berlin database of acted emotional speech in German: four of its emotions"),
        ("nemo-1057", "nEMO, acted emotional speech in Polish: 1,057 of its recordings"),
        ("ntua-digits", "the digit recordings of the course that both digit reports come from"),
        ("fingerprint", "a hash of all that a result depends on: equal fingerprints give equal results"),
        ("leaf", "one kind of thing that a target depends on: data, settings, code, packages or runtime"),
        ("target", "something that the engine makes, such as an experiment's tables, and makes again when its inputs change"),
        ("digest", "a hash of some bytes"),
    ];

    private static readonly IReadOnlyDictionary<string, string> Meanings = All.ToDictionary(
        item => item.Word,
        item => item.Meaning
    );

    /// <summary>The words of some texts that are explained here, in the order of this list.</summary>
    public static IEnumerable<(string Word, string Meaning)> In(IEnumerable<string> texts)
    {
        HashSet<string> found = [.. texts.Distinct().SelectMany(WordsOf)];
        return All.Where(item => found.Contains(item.Word));
    }

    // "F1" is a formant and "f1" a score; all else is the same in capitals.
    private static IEnumerable<string> WordsOf(string text) =>
        Parts()
            .Matches(text.Replace('_', ' '))
            .Select(match => match.Value)
            .Concat([text])
            .Select(word => word is "F1" or "F2" or "F3" or "formants" ? "formant" : Singular(word.ToLowerInvariant()));

    private static string Singular(string word) => word.EndsWith('s') && Meanings.ContainsKey(word[..^1]) ? word[..^1] : word;

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:-[\p{L}\p{Nd}]+)*")]
    private static partial Regex Parts();
}
