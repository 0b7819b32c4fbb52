using Research.Results.Charts;

namespace Research.Results.Tests.Charts;

/// <summary>A chart of lines and its table; apart from the tests, some of which mutations leave out.</summary>
internal static class SampleLines
{
    internal static readonly LineChart Lines = new("epochs", "Loss", "It falls.")
    {
        X = new("epoch", "epoch"),
        Ys = ["train", "held"],
        YTitle = "loss, nats",
    };

    internal const string Epochs = "seed,epoch,train,held\n1,1,2,3\n1,2,1,2\n2,1,4,3\n2,2,1,\n";
}
