using Research.Torch;
using Research.Torch.Autograd;
using Research.Torch.Devices;
using Research.Torch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on it are recorded.</summary>
        /// <exception cref="InvalidOperationException">Set on whole numbers, or cleared on the result of an operation.</exception>
        public bool requires_grad
        {
            get => Meta is { RequiresGrad: true };
            set
            {
                if (value && dtype != ScalarType.Float32)
                {
                    throw new InvalidOperationException(
                        $"requires_grad: only Float32 tensors can have gradients; this one is {dtype}."
                    );
                }

                if (!value && Meta is { IsLeaf: false })
                {
                    throw new InvalidOperationException(
                        "requires_grad: the result of an operation cannot stop requiring a gradient; use detach()."
                    );
                }

                Meta ??= new AutogradMeta();
                Meta.RequiresGrad = value;
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public bool is_leaf => Meta is not { RequiresGrad: true } || Meta.IsLeaf;

        /// <summary>The gradient that backward left here; null for none. Writing into it in place changes it.</summary>
        public Tensor? grad
        {
            get => Meta?.Grad?.alias();
            set
            {
                if (value is not null && !Shapes.Same(value.Sizes, Sizes))
                {
                    throw new ArgumentException(
                        $"grad: a gradient of shape {Shapes.Text(value.Sizes)} does not fit a tensor of shape {Shapes.Text(Sizes)}."
                    );
                }

                if (value is not null && value.dtype != dtype)
                {
                    throw new ArgumentException(
                        $"grad: a gradient of {value.dtype} does not fit a tensor of {dtype}; use to_type."
                    );
                }

                Meta ??= new AutogradMeta();
                Meta.Grad = value?.Alias();
            }
        }

        public void retain_grad()
        {
            if (Meta is { Function: { } function } meta)
            {
                meta.RetainsGrad = true;
                (function.Retained ??= [])[meta.Output] = meta;
            }
        }

        /// <summary>Adds the gradients of this number to those of all leaves that it was computed from.</summary>
        public void backward() => autograd.backward(this, grad_tensors: null);

        public void backward(
            IList<Tensor>? grad_tensors = null,
            bool retain_graph = false,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => autograd.backward(this, grad_tensors, retain_graph || create_graph, create_graph, inputs);

        /// <summary>The same values without their history; shares memory.</summary>
        public Tensor detach() => new Tensor(Block.Share(), Offset, Sizes, dtype, IsView).InScope();

        public Tensor detach_()
        {
            Meta = null;
            return this;
        }

        /// <summary>Takes the values of a result computed out of place; the memory stays, so that all handles and views see them.</summary>
        internal unsafe Tensor Become(string operation, Tensor result)
        {
            if (!Shapes.Same(result.Sizes, Sizes))
            {
                throw new ArgumentException(
                    $"{operation}: the result has shape {Shapes.Text(result.Sizes)}, which does not fit in place into {Shapes.Text(Sizes)}."
                );
            }

            Places.Common(operation, this, result);
            bool recorded = GradMode.Enabled && (requires_grad || result.requires_grad);
            CheckWrite(operation, recorded);
            Kernels.Cast(result.dtype, result.Data, dtype, Data, numel());
            Block.Version++;
            if (recorded)
            {
                Block.RecordedWrite = Block.Version;
                Rejoin(result.Meta);
            }

            result.Dispose();
            return this;
        }

        /// <summary>A function of each value, written over it; nothing is copied.</summary>
        /// <param name="backward">The gradient from the output's and the output: the input is gone.</param>
        internal unsafe Tensor Rewrite(string operation, UnaryOp op, Func<Tensor, Tensor, Tensor> backward)
        {
            bool recorded = GradMode.Enabled && requires_grad;
            CheckWrite(operation, recorded);
            Kernels.Unary(op, Floats, Floats, numel(), 0, 0);
            Block.Version++;
            if (recorded)
            {
                Tensor after = new(Block.Share(), Offset, Sizes, dtype, IsView);
                Graph.Record(operation, after, [this], (g, s) => [backward(g, s[0])], after);
                Block.RecordedWrite = Block.Version;
                Rejoin(after.Meta);
                after.Dispose();
            }

            return this;
        }

        private void CheckWrite(string operation, bool recorded)
        {
            if (recorded && IsView)
            {
                throw new InvalidOperationException(
                    $"{operation}: this engine does not follow gradients through writes into a view. Compute into a new tensor, or write under no_grad()."
                );
            }

            if (recorded && Meta is { RequiresGrad: true, IsLeaf: true })
            {
                throw new InvalidOperationException(
                    $"{operation}: a leaf that requires a gradient cannot be changed in place while operations are recorded; do it under no_grad()."
                );
            }
        }

        // The history goes on from the write, for all handles of the tensor, which share it.
        private void Rejoin(AutogradMeta? written)
        {
            if (Meta is not { } own)
            {
                Meta = written;
                return;
            }

            own.Function?.Retained?.Remove(own.Output);
            (own.RequiresGrad, own.Function, own.Output) = (
                written is { RequiresGrad: true },
                written?.Function,
                written?.Output ?? 0
            );
            if (own.RetainsGrad)
            {
                retain_grad();
            }
        }

        /// <summary>Refuses a view that shows what a recorded operation wrote later: its history does not have that write.</summary>
        internal void CheckHistory()
        {
            if (IsView && Block.RecordedWrite > ViewVersion)
            {
                throw new InvalidOperationException(
                    $"A view of shape {Shapes.Text(Sizes)} was used after what it is a view of was changed in place by a recorded operation. Make the view after the change, or compute into a new tensor."
                );
            }
        }
    }
}
