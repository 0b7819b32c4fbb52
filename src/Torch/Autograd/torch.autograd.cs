using Research.Torch;
using Research.Torch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Operations within are not recorded.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => GradMode.Enabled;

    public static IDisposable inference_mode(bool mode = true) => new GradMode(!mode);

    /// <summary>Gradients by hand.</summary>
    public static partial class autograd
    {
        /// <summary>Sum of gradients of the outputs with respect to the inputs.</summary>
        /// <param name="create_graph">Records the way back too, so that it can be differentiated again.</param>
        /// <exception cref="InvalidOperationException">An input did not take part and allow_unused is false, or the graph was freed.</exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false
        )
        {
            Tensor?[] starts = Starts("grad", outputs, grad_outputs);
            Tensor?[] found = Engine.Gradients(outputs, starts, inputs, retain_graph || create_graph, create_graph);
            int missing = Array.FindIndex(found, gradient => gradient is null);
            if (missing >= 0 && !allow_unused)
            {
                throw new InvalidOperationException(
                    $"grad: input {missing}, of shape {Shapes.Text(inputs[missing].Sizes)}, did not take part in the outputs. Give allow_unused: true if that is meant."
                );
            }

            return found!;
        }

        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) =>
            Engine.Backward(
                tensors,
                Starts("backward", tensors, grad_tensors),
                retain_graph ?? create_graph,
                create_graph,
                inputs
            );

        public static void backward(
            Tensor tensor,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static Tensor?[] Starts(string operation, IList<Tensor> roots, IList<Tensor>? gradients)
        {
            var starts = new Tensor?[roots.Count];
            for (int i = 0; i < roots.Count; i++)
            {
                starts[i] = gradients?[i];
                if (!roots[i].requires_grad)
                {
                    throw new InvalidOperationException(
                        $"{operation}: tensor {i}, of shape {Shapes.Text(roots[i].Sizes)}, was not computed from anything that requires a gradient."
                    );
                }

                if (starts[i] is null && roots[i].numel() != 1)
                {
                    throw new InvalidOperationException(
                        $"{operation}: a gradient can be started without one given only from a single number; tensor {i} has shape {Shapes.Text(roots[i].Sizes)}."
                    );
                }

                if (starts[i] is { } start && !Shapes.Same(start.Sizes, roots[i].Sizes))
                {
                    throw new ArgumentException(
                        $"{operation}: the gradient given for tensor {i} has shape {Shapes.Text(start.Sizes)}, the tensor {Shapes.Text(roots[i].Sizes)}; they must be the same."
                    );
                }
            }

            return starts;
        }
    }
}
